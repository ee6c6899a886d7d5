# SPDX-License-Identifier: MIT
"""What a screen reader meets: names, roles, actions, texts and cells."""

import unittest

from program import Atspi, FOCUSABLE, PART_OF_A_WHOLE, Program, wait_for

STATE, TIME = 1, 4  # columns


class Names(unittest.TestCase):
    def test_the_exact_names_are_there(self):
        with Program() as program:
            roles = {"Run": Atspi.Role.PUSH_BUTTON, "Cancel all": Atspi.Role.PUSH_BUTTON,
                     "Block the loop": Atspi.Role.CHECK_BOX, "Tasks": Atspi.Role.TABLE,
                     "Addresses": Atspi.Role.TEXT}
            for name, role in roles.items():
                self.assertTrue(program.find(name, role), name)

    def test_what_takes_the_focus_has_a_name(self):
        with Program() as program:
            nodes = list(program.everything())
            focusable = [node for node in nodes if node.get_state_set().contains(FOCUSABLE)
                         and node.get_state_set().contains(Atspi.StateType.SHOWING)
                         and node.get_role() not in PART_OF_A_WHOLE]
            self.assertGreater(len(focusable), 15)
            nameless = [(node.get_role_name(), node.get_parent().get_name())
                        for node in focusable if not node.get_name()]
            self.assertEqual(nameless, [])

    def test_every_page_and_tab_names_what_can_be_used(self):
        with Program() as program:
            for page, sign in enumerate(["Per host", "Run both", "Follow live", "Counts from"], 1):
                program.key(f"ctrl+{page}")
                wait_for("the page", lambda: program.saying(sign))
                self.assertEqual(self.nameless(program), [], f"page {page}")
            program.key("ctrl+2")
            wait_for("the page", lambda: program.saying("Run both"))
            for tab in "Code", "Try", "Elsewhere", "Why":
                program.click(program.find(tab, Atspi.Role.PAGE_TAB))
                wait_for(f"the tab {tab}", lambda: program.find(tab, Atspi.Role.PAGE_TAB).get_state_set()
                         .contains(Atspi.StateType.FOCUSED))
                self.assertEqual(self.nameless(program), [], tab)
            program.key("F1")
            wait_for("the help", lambda: program.dialog("Loopscope Help"))
            self.assertEqual(self.nameless(program), [], "help")

    def nameless(self, program):
        """What takes the focus and has no name; a combo box is named by its label instead."""
        labelled = Atspi.RelationType.LABELLED_BY
        return [(node.get_role_name(), node.get_parent().get_name()) for node in program.everything()
                if node.get_state_set().contains(FOCUSABLE)
                and node.get_state_set().contains(Atspi.StateType.SHOWING)
                and node.get_role() not in PART_OF_A_WHOLE and (
                    not node.get_name() if node.get_role() != Atspi.Role.COMBO_BOX
                    else all(relation.get_relation_type() != labelled for relation in node.get_relation_set()))]

    def test_the_main_job_without_mouse_and_keyboard(self):
        with Program() as program:
            addresses = program.find("Addresses", Atspi.Role.TEXT)
            self.assertTrue(addresses.get_editable_text_iface().set_text_contents(
                "http://127.0.0.1:1/refused ftp://127.0.0.1/no"))
            wait_for("the text", lambda: program.text_of(addresses).endswith("/no"))
            program.act(program.find("Run"))
            program.wait_for_counts(failed=1)
            self.assertEqual(program.cell(0, STATE), "failed")
            self.assertIn(" ms", program.cell(0, TIME).replace(" s", " ms"))
            self.assertTrue(any("1 address" in node.get_name() for node in program.everything()),
                            "the address that was left out is told of")

    def test_cancel_all_by_its_action(self):
        with Program() as program:
            program.act(program.find("Run"))
            wait_for("work", lambda: program.counts().get("running", 0) > 0)
            program.act(program.find("Cancel all"))
            wait_for("its end", lambda: not {"queued", "running", "suspended"} & set(program.counts()))
            self.assertGreater(program.counts()["cancelled"], 0)
            self.assertEqual(sum(program.counts().values()), 64)

    def test_the_switch_by_its_action(self):
        with Program() as program:
            switch = program.find("Block the loop", Atspi.Role.CHECK_BOX)
            def is_on():
                return switch.get_state_set().contains(Atspi.StateType.CHECKED)
            self.assertFalse(is_on())
            program.act(switch)
            wait_for("the switch", is_on)
            program.act(switch)
            wait_for("the switch back", lambda: not is_on())


if __name__ == "__main__":
    unittest.main()
