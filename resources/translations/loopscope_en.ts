<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AddressEditor</name>
    <message numerus="yes">
        <source>%Ln address(es)</source>
        <translation>
            <numerusform>%Ln address</numerusform>
            <numerusform>%Ln addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CataloguePane</name>
    <message numerus="yes">
        <source>Search %Ln experiment(s)</source>
        <translation>
            <numerusform>Search %Ln experiment</numerusform>
            <numerusform>Search %Ln experiments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabRunner</name>
    <message numerus="yes">
        <source>left %n tasks behind.</source>
        <translation>
            <numerusform>left %n task behind.</numerusform>
            <numerusform>left %n tasks behind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PulseBar</name>
    <message numerus="yes">
        <source>%Ln beats a second</source>
        <translation>
            <numerusform>%Ln beat a second</numerusform>
            <numerusform>%Ln beats a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunChart</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StallDetail</name>
    <message numerus="yes">
        <source>%L1 of %n sample(s)</source>
        <translation>
            <numerusform>%L1 of %n sample</numerusform>
            <numerusform>%L1 of %n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more frame(s)</source>
        <translation>
            <numerusform>Show %Ln more frame</numerusform>
            <numerusform>Show %Ln more frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StallReceipt</name>
    <message numerus="yes">
        <source>%Ln click(s)</source>
        <translation>
            <numerusform>%Ln click</numerusform>
            <numerusform>%Ln clicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln turn(s) of the wheel</source>
        <translation>
            <numerusform>%Ln turn of the wheel</numerusform>
            <numerusform>%Ln turns of the wheel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paint(s)</source>
        <translation>
            <numerusform>%Ln paint</numerusform>
            <numerusform>%Ln paints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln timer(s)</source>
        <translation>
            <numerusform>%Ln timer</numerusform>
            <numerusform>%Ln timers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln short turn(s)</source>
        <translation>
            <numerusform>%Ln short turn</numerusform>
            <numerusform>%Ln short turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other event(s)</source>
        <translation>
            <numerusform>%Ln other event</numerusform>
            <numerusform>%Ln other events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message numerus="yes">
        <source>%Ln tile(s)</source>
        <translation>
            <numerusform>%Ln tile</numerusform>
            <numerusform>%Ln tiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message numerus="yes">
        <source>%Ln address(es) left out. %1</source>
        <translation>
            <numerusform>%Ln address left out. %1</numerusform>
            <numerusform>%Ln addresses left out. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more bad line(s)</source>
        <translation>
            <numerusform>and %Ln more bad line</numerusform>
            <numerusform>and %Ln more bad lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es)</source>
        <translation>
            <numerusform>%Ln address</numerusform>
            <numerusform>%Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bad line(s)</source>
        <translation>
            <numerusform>%Ln bad line</numerusform>
            <numerusform>%Ln bad lines</numerusform>
        </translation>
    </message>
</context>
</TS>
