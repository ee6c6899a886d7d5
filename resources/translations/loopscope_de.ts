<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AddressEditor</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>List of addresses</source>
        <translation>Liste der Adressen</translation>
    </message>
    <message>
        <source>https://example.org/picture.jpg
https://example.org/text.txt</source>
        <translation>https://example.org/bild.jpg
https://example.org/text.txt</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>One address on each line, http or https. Lines that begin with # are left out.</source>
        <translation>Eine Adresse je Zeile, http oder https. Zeilen, die mit # beginnen, bleiben außen vor.</translation>
    </message>
    <message>
        <source>Use this list</source>
        <translation>Liste übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es)</source>
        <translation>
            <numerusform>%Ln Adresse</numerusform>
            <numerusform>%Ln Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>pasted list</source>
        <translation>eingefügte Liste</translation>
    </message>
    <message>
        <source>These are its first lines. It is too long to be edited here, where a list may have %L1 lines and %L2 characters. Change it where it comes from.</source>
        <translation>Das sind ihre ersten Zeilen. Sie ist zu lang, um hier bearbeitet zu werden; dafür darf eine Liste %L1 Zeilen und %L2 Zeichen haben. Bitte dort ändern, wo sie herkommt.</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MB and no list of addresses.</source>
        <translation>%1 ist größer als 64 MB und damit keine Adressliste.</translation>
    </message>
    <message>
        <source>Practice set</source>
        <translation>Übungssatz</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Open list…</source>
        <translation>Liste öffnen…</translation>
    </message>
    <message>
        <source>Write or paste a list of addresses</source>
        <translation>Eine Liste von Adressen schreiben oder einfügen</translation>
    </message>
    <message>
        <source>Open a file with an address on each line (Ctrl+O)</source>
        <translation>Eine Datei mit einer Adresse je Zeile öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>Back to the addresses of the built-in practice server</source>
        <translation>Zurück zu den Adressen des eingebauten Übungsservers</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>eingegeben</translation>
    </message>
    <message>
        <source>Open a list of addresses</source>
        <translation>Adressliste öffnen</translation>
    </message>
    <message>
        <source>Lists of addresses (*.txt *.csv *.list)</source>
        <translation>Adresslisten (*.txt *.csv *.list)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>your list</source>
        <translation>eigene Liste</translation>
    </message>
    <message>
        <source>pasted list</source>
        <translation>eingefügte Liste</translation>
    </message>
    <message>
        <source>dropped list</source>
        <translation>abgelegte Liste</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
</context>
<context>
    <name>AddressList</name>
    <message>
        <source>This is no list of addresses but a binary file.</source>
        <translation>Das ist keine Adressliste, sondern eine Binärdatei.</translation>
    </message>
    <message>
        <source>The list is longer than %L1 lines; the rest is left out.</source>
        <translation>Die Liste hat mehr als %L1 Zeilen; der Rest bleibt außen vor.</translation>
    </message>
    <message>
        <source>The address is empty.</source>
        <translation>Die Adresse ist leer.</translation>
    </message>
    <message>
        <source>The address is longer than %L1 characters.</source>
        <translation>Die Adresse ist länger als %L1 Zeichen.</translation>
    </message>
    <message>
        <source>This is no valid address: %1</source>
        <translation>Das ist keine gültige Adresse: %1</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://.</source>
        <translation>Die Adresse muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>Only http and https are fetched, not %1.</source>
        <translation>Nur http und https werden abgerufen, nicht %1.</translation>
    </message>
    <message>
        <source>The address names no host.</source>
        <translation>Die Adresse nennt keinen Host.</translation>
    </message>
    <message>
        <source>The address carries a user name or password; take it out.</source>
        <translation>Die Adresse enthält Benutzername oder Passwort; bitte entfernen.</translation>
    </message>
    <message>
        <source>This line is no text in UTF-8.</source>
        <translation>Diese Zeile ist kein UTF-8-Text.</translation>
    </message>
</context>
<context>
    <name>BlockSwitch</name>
    <message>
        <source>Sleep</source>
        <translation>Schlafen</translation>
    </message>
    <message>
        <source>Busy CPU</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Network wait</source>
        <translation>Netz abwarten</translation>
    </message>
    <message>
        <source>waitForFinished</source>
        <translation>waitForFinished</translation>
    </message>
    <message>
        <source>Nested loop</source>
        <translation>Loop in der Loop</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Block the loop</source>
        <translation>Loop blockieren</translation>
    </message>
    <message>
        <source>Does the work on the thread of the window, the wrong way, and freezes it while it is idle</source>
        <translation>Erledigt die Arbeit im Thread des Fensters, also falsch; ohne Arbeit friert es sofort ein</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>%1 · the desktop may call the window hung</source>
        <translation>%1 · der Desktop hält das Fenster womöglich für abgestürzt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>How to block: %1</source>
        <translation>Art der Blockade: %1</translation>
    </message>
    <message>
        <source>Above 3 s the desktop may call the window hung and offer to end it. Wait: it comes back.</source>
        <translation>Über 3 s hält der Desktop das Fenster womöglich für abgestürzt und will es beenden. Abwarten: Es kommt wieder.</translation>
    </message>
    <message>
        <source>How to block the loop, and for how long</source>
        <translation>Wie und wie lange die Loop blockiert wird</translation>
    </message>
</context>
<context>
    <name>BlockedJob</name>
    <message>
        <source>Not done within the %1 that the loop was blocked.</source>
        <translation>Nicht fertig in den %1, die die Loop blockiert war.</translation>
    </message>
    <message>
        <source>The block was released before the reply was there.</source>
        <translation>Die Blockade wurde gelöst, bevor die Antwort da war.</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>CatalogueModel</name>
    <message>
        <source>%1, running</source>
        <translation>%1, läuft</translation>
    </message>
    <message>
        <source>%1, explored</source>
        <translation>%1, erkundet</translation>
    </message>
</context>
<context>
    <name>CataloguePane</name>
    <message>
        <source>No experiment has these words.</source>
        <translation>Kein Experiment enthält diese Wörter.</translation>
    </message>
    <message numerus="yes">
        <source>Search %Ln experiment(s)</source>
        <translation>
            <numerusform>%Ln Experiment durchsuchen</numerusform>
            <numerusform>%Ln Experimente durchsuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Experimente suchen</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>ClipboardText</name>
    <message>
        <source>There is no text to be pasted, or more than 64 MB of it.</source>
        <translation>Es gibt keinen Text zum Einfügen, oder mehr als 64 MB davon.</translation>
    </message>
</context>
<context>
    <name>CodeHeader</name>
    <message>
        <source>Copy this code</source>
        <translation>Diesen Code kopieren</translation>
    </message>
    <message>
        <source>Copy the code: %1</source>
        <translation>Code kopieren: %1</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>− + only in this variant</source>
        <translation>− + nur in dieser Variante</translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation>Ganze Datei</translation>
    </message>
    <message>
        <source>The source of this experiment, as it was compiled</source>
        <translation>Der Quelltext dieses Experiments, so wie er übersetzt wurde</translation>
    </message>
    <message>
        <source>Pitfall</source>
        <translation>Falle</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Code of the pitfall: %1</source>
        <translation>Code der Falle: %1</translation>
    </message>
    <message>
        <source>Code of the pattern: %1</source>
        <translation>Code des Musters: %1</translation>
    </message>
    <message>
        <source>Lines that only this variant has: %L1</source>
        <translation>Zeilen, die nur diese Variante hat: %L1</translation>
    </message>
</context>
<context>
    <name>ComputeJob</name>
    <message>
        <source>Cancelled before it started.</source>
        <translation>Vor dem Start abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelled while it ran.</source>
        <translation>Während der Arbeit abgebrochen.</translation>
    </message>
    <message>
        <source>The work stopped without being asked to.</source>
        <translation>Die Arbeit endete, ohne dass jemand darum bat.</translation>
    </message>
    <message>
        <source>Out of memory: close something or use smaller input.</source>
        <translation>Kein Speicher mehr: etwas schließen oder kleinere Eingaben verwenden.</translation>
    </message>
    <message>
        <source>The work failed without a reason.</source>
        <translation>Die Arbeit ist ohne Angabe von Gründen gescheitert.</translation>
    </message>
    <message>
        <source>The work failed with an unknown kind of exception.</source>
        <translation>Die Arbeit ist mit einer Ausnahme unbekannter Art gescheitert.</translation>
    </message>
</context>
<context>
    <name>ComputePool</name>
    <message>
        <source>a thread of the pool</source>
        <translation>wartet auf einen Thread im Pool</translation>
    </message>
</context>
<context>
    <name>CountStrip</name>
    <message>
        <source>Counts</source>
        <translation>Anzahlen</translation>
    </message>
</context>
<context>
    <name>ElsewherePage</name>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Code and remark</source>
        <translation>Code und Anmerkung</translation>
    </message>
    <message>
        <source>Code in %1</source>
        <translation>Code in %1</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>This program</source>
        <translation>Dieses Programm</translation>
    </message>
</context>
<context>
    <name>Fetch</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelled because the program closes.</source>
        <translation>Abgebrochen, weil das Programm endet.</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>wartet, bis es dran ist</translation>
    </message>
    <message>
        <source>tries again in %1: %2</source>
        <translation>neuer Versuch in %1: %2</translation>
    </message>
    <message>
        <source>No first byte within %1. The server is too slow or does not answer.</source>
        <translation>Kein erstes Byte nach %1. Der Server ist zu langsam oder antwortet nicht.</translation>
    </message>
    <message>
        <source>Silent for %1 after %2. The server stopped sending.</source>
        <translation>%1 Stille nach %2. Der Server sendet nicht weiter.</translation>
    </message>
    <message>
        <source>Not done within the total limit of %1.</source>
        <translation>Nicht fertig innerhalb der Gesamtzeit von %1.</translation>
    </message>
    <message>
        <source>The server refuses access (%1).</source>
        <translation>Der Server verweigert den Zugriff (%1).</translation>
    </message>
    <message>
        <source>There is nothing at this address (%1).</source>
        <translation>Unter dieser Adresse gibt es nichts (%1).</translation>
    </message>
    <message>
        <source>The server asks for fewer requests (%1).</source>
        <translation>Der Server bittet um weniger Anfragen (%1).</translation>
    </message>
    <message>
        <source>The server is busy (%1). Try again later.</source>
        <translation>Der Server ist überlastet (%1). Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server failed (%1).</source>
        <translation>Im Server trat ein Fehler auf (%1).</translation>
    </message>
    <message>
        <source>The server refused the request (%1).</source>
        <translation>Der Server lehnt die Anfrage ab (%1).</translation>
    </message>
    <message>
        <source>Protocol fault: the interim status %1 arrived as if it were the reply.</source>
        <translation>Protokollfehler: Der vorläufige Status %1 kam als fertige Antwort an.</translation>
    </message>
    <message>
        <source>Larger than the limit of %1, stopped there. Raise the limit to fetch it.</source>
        <translation>Größer als das Limit von %1, dort abgebrochen. Für einen vollständigen Abruf das Limit anheben.</translation>
    </message>
    <message>
        <source>Compressed in a way that was not asked for (%1).</source>
        <translation>Auf eine Art komprimiert, um die nicht gebeten wurde (%1).</translation>
    </message>
    <message>
        <source>Protocol fault: the reply&apos;s header fields are missing or too many to be read.</source>
        <translation>Protokollfehler: Die Header der Antwort fehlen oder sind zu viele.</translation>
    </message>
    <message>
        <source>Protocol fault: what answered is no HTTP server.</source>
        <translation>Protokollfehler: Was da antwortet, ist kein HTTP-Server.</translation>
    </message>
    <message>
        <source>The server closed the connection without a reply that can be read.</source>
        <translation>Der Server schloss die Verbindung ohne lesbare Antwort.</translation>
    </message>
    <message>
        <source>Protocol fault: the reply&apos;s Content-Length is no valid length.</source>
        <translation>Protokollfehler: Content-Length der Antwort ist keine gültige Länge.</translation>
    </message>
    <message>
        <source>Protocol fault: the reply gives a Content-Length and is chunked as well.</source>
        <translation>Protokollfehler: Die Antwort nennt Content-Length und ist zugleich „chunked“.</translation>
    </message>
    <message>
        <source>Ended at %1 of %2; the rest is missing.</source>
        <translation>Ende bei %1 von %2; der Rest fehlt.</translation>
    </message>
    <message>
        <source>Corrupt: the body does not match its Content-Digest.</source>
        <translation>Beschädigt: Der Body passt nicht zu seinem Content-Digest.</translation>
    </message>
    <message>
        <source>Corrupt: the compressed body is damaged.</source>
        <translation>Beschädigt: Der komprimierte Body ist fehlerhaft.</translation>
    </message>
    <message>
        <source>Corrupt: the compressed body is cut short.</source>
        <translation>Beschädigt: Der komprimierte Body ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The server redirects without a usable address.</source>
        <translation>Der Server leitet um, nennt aber keine brauchbare Adresse.</translation>
    </message>
    <message>
        <source>The server redirects to %1, which is no web address; refused.</source>
        <translation>Der Server leitet auf %1 um, das ist keine Webadresse; abgelehnt.</translation>
    </message>
    <message>
        <source>The server redirects from https to %1, which is not encrypted; refused.</source>
        <translation>Der Server leitet von https auf %1 um, also unverschlüsselt; abgelehnt.</translation>
    </message>
    <message>
        <source>Redirected %1 times (%2 …); given up.</source>
        <translation>%1 Umleitungen (%2 …); aufgegeben.</translation>
    </message>
    <message>
        <source>Connection refused: nothing listens at %1.</source>
        <translation>Verbindung abgelehnt: An %1 lauscht niemand.</translation>
    </message>
    <message>
        <source>Unknown host: %1. Check the address and the network.</source>
        <translation>Unbekannter Host: %1. Adresse und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>The server closed the connection before the reply was complete.</source>
        <translation>Der Server schloss die Verbindung vor dem Ende der Antwort.</translation>
    </message>
    <message>
        <source>The connection failed: %1</source>
        <translation>Die Verbindung ist gescheitert: %1</translation>
    </message>
    <message>
        <source>through the proxy %1</source>
        <translation>über den Proxy %1</translation>
    </message>
    <message>
        <source>The proxy %1 cannot be reached. Check the proxy settings.</source>
        <translation>Der Proxy %1 ist nicht erreichbar. Proxy-Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>it is self-signed, so anybody could have made it</source>
        <translation>es ist selbst signiert, könnte also von jedem stammen</translation>
    </message>
    <message>
        <source>who issued it is unknown to this computer</source>
        <translation>sein Aussteller ist diesem Rechner unbekannt</translation>
    </message>
    <message>
        <source>it expired on %1, or this computer&apos;s clock is wrong</source>
        <translation>es ist am %1 abgelaufen, oder die Uhr dieses Rechners geht falsch</translation>
    </message>
    <message>
        <source>it is not valid yet, or this computer&apos;s clock is wrong</source>
        <translation>es gilt noch nicht, oder die Uhr dieses Rechners geht falsch</translation>
    </message>
    <message>
        <source>it is for another host than %1; check the address</source>
        <translation>es gilt für einen anderen Rechner als %1; prüfen Sie die Adresse</translation>
    </message>
    <message>
        <source>The server sent nothing that was asked for (%1).</source>
        <translation>Der Server schickte nichts von dem, was verlangt war (%1).</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted: %1.</source>
        <translation>Das Zertifikat des Servers ist nicht vertrauenswürdig: %1.</translation>
    </message>
    <message>
        <source>No secure connection to %1. Perhaps it speaks http only. (%2)</source>
        <translation>Keine sichere Verbindung zu %1. Vielleicht spricht der Server nur http. (%2)</translation>
    </message>
    <message>
        <source>The program itself did not run for %1, so the limits wait that long.</source>
        <translation>Das Programm selbst lief %1 lang nicht, deshalb warten die Grenzen so lange.</translation>
    </message>
    <message>
        <source>it is no file that may be written</source>
        <translation>es ist keine Datei, die geschrieben werden darf</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Die Datei %1 lässt sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Thumbnails appear here as they arrive.</source>
        <translation>Vorschaubilder erscheinen hier, sobald sie eintreffen.</translation>
    </message>
    <message>
        <source>A trace tells what happened. It holds no pictures.</source>
        <translation>Ein Trace sagt, was geschah. Bilder enthält er nicht.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>help_en</source>
        <extracomment>The guide&apos;s file in resources/help, without .html</extracomment>
        <translation>help_de</translation>
    </message>
    <message>
        <source>The guide cannot be read: %1</source>
        <translation>Die Anleitung lässt sich nicht lesen: %1</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Loopscope Help</source>
        <translation>Loopscope-Hilfe</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Rundgang starten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Story of the task</source>
        <translation>Verlauf der Aufgabe</translation>
    </message>
    <message>
        <source>Choose a task and press Enter to read its story.</source>
        <translation>Eine Aufgabe wählen und die Eingabetaste drücken: Dann steht hier ihr Verlauf.</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>Foundations</source>
        <translation>Grundlagen</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>Stile</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation>Fallen</translation>
    </message>
    <message>
        <source>Seeing</source>
        <translation>Sehen</translation>
    </message>
    <message>
        <source>Small projects</source>
        <translation>Kleine Projekte</translation>
    </message>
    <message>
        <source>Nothing was proven: not all of it ran.</source>
        <translation>Nichts ist bewiesen: Es lief nicht alles.</translation>
    </message>
    <message>
        <source>Nothing was proven: “%1” %2</source>
        <translation>Nichts ist bewiesen: „%1“ %2</translation>
    </message>
    <message>
        <source>error handlers</source>
        <translation>Fehlerbehandlungen</translation>
    </message>
    <message>
        <source>The same log of %1 lines, each failure caught once. Error handlers: %2 when nested, %3 with co_await.</source>
        <translation>Dasselbe Protokoll aus %1 Zeilen, jeder Fehler einmal gefangen. Fehlerbehandlungen: %2 verschachtelt, %3 mit co_await.</translation>
    </message>
    <message>
        <source>async / await</source>
        <translation>async / await</translation>
    </message>
    <message>
        <source>It reads like blocking and runs like callbacks.</source>
        <translation>Es liest sich wie Blockieren und läuft wie Rückrufe.</translation>
    </message>
    <message>
        <source>nested callbacks</source>
        <translation>verschachtelte Rückrufe</translation>
    </message>
    <message>
        <source>co_await, with one try and catch</source>
        <translation>co_await, mit einem try und catch</translation>
    </message>
    <message>
        <source>Through how many handlers will the failures of four steps go with co_await?</source>
        <translation>Durch wie viele Behandlungen gehen die Fehler von vier Schritten mit co_await?</translation>
    </message>
    <message>
        <source>stalls</source>
        <translation>Stillstände</translation>
    </message>
    <message>
        <source>pieces of work</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>Block the loop</source>
        <translation>Die Schleife blockieren</translation>
    </message>
    <message>
        <source>A slot that does not return is a window that is frozen.</source>
        <translation>Ein Slot, der nicht zurückkehrt, ist ein eingefrorenes Fenster.</translation>
    </message>
    <message>
        <source>five ways to block</source>
        <translation>fünf Arten zu blockieren</translation>
    </message>
    <message>
        <source>the same five done right</source>
        <translation>dieselben fünf, richtig gemacht</translation>
    </message>
    <message>
        <source>Each takes</source>
        <translation>Jede dauert</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>How many of the five ways will freeze the window?</source>
        <translation>Wie viele der fünf Arten frieren das Fenster ein?</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>threads added</source>
        <translation>zusätzliche Threads</translation>
    </message>
    <message>
        <source>reserved per request</source>
        <translation>reserviert je Anfrage</translation>
    </message>
    <message>
        <source>resident per request</source>
        <translation>im Speicher je Anfrage</translation>
    </message>
    <message>
        <source>%1 requests: %2 with %3 more threads, %4 with %5. They reserve %6 of memory for each request, the loop at most %7.</source>
        <translation>%1 Anfragen: %2 mit %3 weiteren Threads, %4 mit %5. Sie reservieren je Anfrage %6 Speicher, die Schleife höchstens %7.</translation>
    </message>
    <message>
        <source>One thread can wait for many</source>
        <translation>Ein Thread kann auf vieles warten</translation>
    </message>
    <message>
        <source>One thread can wait for many things: a thread for each only costs more.</source>
        <translation>Ein Thread kann auf vieles warten: Einer für jedes kostet nur mehr.</translation>
    </message>
    <message>
        <source>a blocked thread for each request</source>
        <translation>ein blockierter Thread je Anfrage</translation>
    </message>
    <message>
        <source>one loop for all requests</source>
        <translation>eine Schleife für alle Anfragen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>How many times as fast will one loop be as 200 threads?</source>
        <translation>Wievielmal so schnell wie 200 Threads wird eine Schleife sein?</translation>
    </message>
    <message>
        <source>The same log, and one error handler each: nested it is that step&apos;s own, named it is the one for all.</source>
        <translation>Dasselbe Protokoll, und je eine Fehlerbehandlung: verschachtelt ist es die dieses Schrittes, benannt die eine für alle.</translation>
    </message>
    <message>
        <source>The same log of %1 lines. Error handlers for %2 failures: %3 when nested, %4 when named.</source>
        <translation>Dasselbe Protokoll aus %1 Zeilen. Behandlungen für %2 Fehler: %3 verschachtelt, %4 benannt.</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Rückrufe</translation>
    </message>
    <message>
        <source>Nesting grows with every step.</source>
        <translation>Die Verschachtelung wächst mit jedem Schritt.</translation>
    </message>
    <message>
        <source>one in the other, four deep</source>
        <translation>einer im anderen, vier tief</translation>
    </message>
    <message>
        <source>named continuations, one error path</source>
        <translation>benannte Fortsetzungen, ein Weg für Fehler</translation>
    </message>
    <message>
        <source>How many error handlers do the nested callbacks go through?</source>
        <translation>Durch wie viele Fehlerbehandlungen gehen die verschachtelten Rückrufe?</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>freed</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>kept from its core</source>
        <translation>ohne Kern</translation>
    </message>
    <message>
        <source>Both said so at once. One stopped %1 after the cancel, the other after %2, of which other programs kept it from its core for %3: %4 sooner. Its memory was back after %5, not %6.</source>
        <translation>Beide sagten es sofort. Das eine stoppte %1 nach dem Abbruch, das andere nach %2, wovon andere Programme ihm %3 lang den Kern nahmen: %4 früher. Sein Speicher war nach %5 zurück, nicht nach %6.</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled means stopped, not forgotten.</source>
        <translation>Abgebrochen heißt gestoppt, nicht vergessen.</translation>
    </message>
    <message>
        <source>a flag that nobody reads</source>
        <translation>ein Flag, das niemand liest</translation>
    </message>
    <message>
        <source>a stop token down to the kernel</source>
        <translation>ein Stopp-Token bis hinunter zum Rechenkern</translation>
    </message>
    <message>
        <source>The work takes</source>
        <translation>Die Arbeit dauert</translation>
    </message>
    <message>
        <source>Its memory</source>
        <translation>Ihr Speicher</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>How many times sooner will it stop?</source>
        <translation>Wievielmal früher wird es stoppen?</translation>
    </message>
    <message>
        <source>speed-up of waiting</source>
        <translation>Beschleunigung des Wartens</translation>
    </message>
    <message>
        <source>speed-up of computing</source>
        <translation>Beschleunigung des Rechnens</translation>
    </message>
    <message>
        <source>cores taken by others</source>
        <translation>Kerne von anderen belegt</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>One thread: waiting %1 as fast together, computing only %2. %3 threads of the pool: computing %4, while other programs took %5 of their time.</source>
        <translation>Ein Thread: Warten zusammen %1 so schnell, Rechnen nur %2. %3 Threads des Pools: Rechnen %4, während andere Programme ihnen %5 der Zeit nahmen.</translation>
    </message>
    <message>
        <source>Overlap or parallel?</source>
        <translation>Überlappt oder parallel?</translation>
    </message>
    <message>
        <source>Waiting overlaps on one thread, computing does not.</source>
        <translation>Warten überlappt sich auf einem Thread, Rechnen nicht.</translation>
    </message>
    <message>
        <source>computing made &quot;async&quot; on one thread</source>
        <translation>Rechnen, auf einem Thread „async“ gemacht</translation>
    </message>
    <message>
        <source>waiting on the loop, computing on the pool</source>
        <translation>Warten in der Schleife, Rechnen im Pool</translation>
    </message>
    <message>
        <source>Pieces to compute</source>
        <translation>Stücke zu rechnen</translation>
    </message>
    <message>
        <source>How many times as fast will 64 pieces be computed when they are all async?</source>
        <translation>Wievielmal so schnell werden 64 Stücke gerechnet, wenn alle async sind?</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 pages: %2 one after another, %3 together: %4 as fast.</source>
        <translation>%1 Seiten: %2 nacheinander, %3 gemeinsam: %4 so schnell.</translation>
    </message>
    <message>
        <source>Fan out, fan in</source>
        <translation>Auffächern und einsammeln</translation>
    </message>
    <message>
        <source>Independent awaits belong together: start all, then gather.</source>
        <translation>Unabhängige Awaits gehören zusammen: alle beginnen, dann einsammeln.</translation>
    </message>
    <message>
        <source>one await after another</source>
        <translation>ein Await nach dem anderen</translation>
    </message>
    <message>
        <source>all started, then gathered</source>
        <translation>alle begonnen, dann eingesammelt</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Slowest page</source>
        <translation>Langsamste Seite</translation>
    </message>
    <message>
        <source>How many times as fast will they be together?</source>
        <translation>Wievielmal so schnell geht es gemeinsam?</translation>
    </message>
    <message>
        <source>The same log: the loop was late by %1 where it waited for futures, by %2 where it continued them: %3 less.</source>
        <translation>Dasselbe Protokoll: Die Schleife war %1 verspätet, wo sie auf Futures wartete, und %2, wo sie diese fortsetzte: %3 weniger.</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>Futures</translation>
    </message>
    <message>
        <source>A future is a value that is pending, fulfilled or rejected; continue it, do not wait for it.</source>
        <translation>Ein Future ist ein Wert, der offen, erfüllt oder gescheitert ist; setzen Sie ihn fort, warten Sie nicht auf ihn.</translation>
    </message>
    <message>
        <source>waitForFinished() in the loop</source>
        <translation>waitForFinished() in der Schleife</translation>
    </message>
    <message>
        <source>then(), onFailed() and onCanceled()</source>
        <translation>then(), onFailed() und onCanceled()</translation>
    </message>
    <message>
        <source>How many times less late will the loop be?</source>
        <translation>Wievielmal weniger verspätet wird die Schleife sein?</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Of %1 requests %2 timed out when the clock started with the call, %3 when it started with the send. The server was as fast for all of them.</source>
        <translation>Von %1 Anfragen liefen %2 ab, als die Uhr mit dem Aufruf begann, und %3, als sie mit dem Absenden begann. Der Server war für alle gleich schnell.</translation>
    </message>
    <message>
        <source>The hidden queue</source>
        <translation>Die verborgene Warteschlange</translation>
    </message>
    <message>
        <source>Six connections per host, and the clock is already ticking.</source>
        <translation>Sechs Verbindungen je Host, und die Uhr läuft schon.</translation>
    </message>
    <message>
        <source>the limit counts from the call</source>
        <translation>die Grenze zählt ab dem Aufruf</translation>
    </message>
    <message>
        <source>the limit counts from the send</source>
        <translation>die Grenze zählt ab dem Absenden</translation>
    </message>
    <message>
        <source>Server answers after</source>
        <translation>Server antwortet nach</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>How many requests will time out?</source>
        <translation>Wie viele Anfragen laufen ab?</translation>
    </message>
    <message>
        <source>ran where it is written</source>
        <translation>lief, wo es steht</translation>
    </message>
    <message>
        <source>%1 of the 6 ran where they are written. The loop&apos;s order, twice the same: %2.</source>
        <translation>%1 der 6 liefen dort, wo sie stehen. Die Reihenfolge der Schleife, zweimal dieselbe: %2.</translation>
    </message>
    <message>
        <source>%1 of the 6 ran where they are written, and the second time the order was another: %2.</source>
        <translation>%1 der 6 liefen dort, wo sie stehen, und beim zweiten Mal war die Reihenfolge eine andere: %2.</translation>
    </message>
    <message>
        <source>The order of the loop</source>
        <translation>Die Reihenfolge der Schleife</translation>
    </message>
    <message>
        <source>The loop has an order of its own.</source>
        <translation>Die Schleife hat ihre eigene Reihenfolge.</translation>
    </message>
    <message>
        <source>guessed from the source</source>
        <translation>am Quelltext geraten</translation>
    </message>
    <message>
        <source>watched, twice</source>
        <translation>beobachtet, zweimal</translation>
    </message>
    <message>
        <source>Each of the six takes</source>
        <translation>Jedes der sechs dauert</translation>
    </message>
    <message>
        <source>How many of the six will run in the place where they stand?</source>
        <translation>Wie viele der sechs werden an der Stelle laufen, an der sie stehen?</translation>
    </message>
    <message>
        <source>The same digest: the loop was late by %1 in the slot, by %2 with the pool: %3 less.</source>
        <translation>Dieselbe Prüfsumme: Die Schleife kam im Slot %1 zu spät, mit dem Pool %2: %3 weniger.</translation>
    </message>
    <message>
        <source>Offload</source>
        <translation>Auslagern</translation>
    </message>
    <message>
        <source>The loop is for waiting, the pool for working.</source>
        <translation>Die Schleife ist zum Warten da, der Pool zum Arbeiten.</translation>
    </message>
    <message>
        <source>hashed in a slot</source>
        <translation>im Slot berechnet</translation>
    </message>
    <message>
        <source>hashed on the pool, continued in the loop</source>
        <translation>im Pool berechnet, in der Schleife fortgesetzt</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>lost between awaits</source>
        <translation>zwischen Awaits verloren</translation>
    </message>
    <message>
        <source>lost between threads</source>
        <translation>zwischen Threads verloren</translation>
    </message>
    <message>
        <source>%1 visits were lost between two lines of one thread, and %2 counts between threads; with nothing held across the gap: %3.</source>
        <translation>%1 Besuche gingen zwischen zwei Zeilen eines Threads verloren und %2 Zählungen zwischen Threads; wenn nichts über die Lücke gehalten wird: %3.</translation>
    </message>
    <message>
        <source>The gap in an await</source>
        <translation>Die Lücke im Await</translation>
    </message>
    <message>
        <source>An await is a gap: what was read before it may be old behind it.</source>
        <translation>Ein Await ist eine Lücke: Was davor gelesen wurde, kann dahinter veraltet sein.</translation>
    </message>
    <message>
        <source>read, await, write</source>
        <translation>lesen, warten, schreiben</translation>
    </message>
    <message>
        <source>await, then read and write at once</source>
        <translation>warten, dann in einem Zug lesen und schreiben</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Slowest answer</source>
        <translation>Langsamste Antwort</translation>
    </message>
    <message>
        <source>How many visits will not be counted?</source>
        <translation>Wie viele Besuche werden nicht gezählt?</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>answers per second</source>
        <translation>Antworten je Sekunde</translation>
    </message>
    <message>
        <source>Our limit lets through more than the server takes: %1 refused and not asked again, %2 answered.</source>
        <translation>Unsere Grenze lässt mehr durch, als der Server annimmt: %1 abgelehnt und nicht noch einmal gefragt, %2 beantwortet.</translation>
    </message>
    <message>
        <source>The server takes all %1 at once, so a limit is not needed: %2 without, %3 with one.</source>
        <translation>Der Server nimmt alle %1 auf einmal an, eine Grenze ist also nicht nötig: %2 ohne, %3 mit einer.</translation>
    </message>
    <message>
        <source>All at once: %1 refused on the way to %2 answers, %3 and %4. Some at once: %5 refused, %6 answers, %7 and %8.</source>
        <translation>Alle auf einmal: %1 Ablehnungen auf dem Weg zu %2 Antworten, %3 und %4. Einige auf einmal: %5 Ablehnungen, %6 Antworten, %7 und %8.</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenbegrenzung</translation>
    </message>
    <message>
        <source>More at once is not faster.</source>
        <translation>Mehr auf einmal ist nicht schneller.</translation>
    </message>
    <message>
        <source>all at once, and again</source>
        <translation>alle auf einmal, und noch einmal</translation>
    </message>
    <message>
        <source>a semaphore in front</source>
        <translation>ein Semaphor davor</translation>
    </message>
    <message>
        <source>The server takes at once</source>
        <translation>Der Server nimmt zugleich an</translation>
    </message>
    <message>
        <source>We ask at once</source>
        <translation>Wir fragen zugleich</translation>
    </message>
    <message>
        <source>How many times does the server refuse, when all ask at once?</source>
        <translation>Wie oft lehnt der Server ab, wenn alle auf einmal fragen?</translation>
    </message>
    <message>
        <source>still waiting when the lab gave up</source>
        <translation>wartete noch, als das Labor aufgab</translation>
    </message>
    <message>
        <source>others answered</source>
        <translation>andere beantwortet</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>of the limit</source>
        <translation>der Grenze</translation>
    </message>
    <message>
        <source>One never answers. Without a limit it kept the others waiting for %1, until the lab gave up. With limits it ended after %2, at %3 of the total limit; tries: %4, others answered: %5.</source>
        <translation>Einer antwortet nie. Ohne Grenze ließ er die anderen %1 warten, bis das Labor aufgab. Mit Grenzen war nach %2 Schluss, bei %3 der gesamten Grenze; Versuche: %4, andere beantwortet: %5.</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>Zeitgrenzen</translation>
    </message>
    <message>
        <source>Nothing may hang for ever.</source>
        <translation>Nichts darf ewig hängen.</translation>
    </message>
    <message>
        <source>no limit, no answer</source>
        <translation>keine Grenze, keine Antwort</translation>
    </message>
    <message>
        <source>a limit per try and one in total</source>
        <translation>eine Grenze je Versuch und eine insgesamt</translation>
    </message>
    <message>
        <source>Limit for each try</source>
        <translation>Grenze je Versuch</translation>
    </message>
    <message>
        <source>Limit in total</source>
        <translation>Grenze insgesamt</translation>
    </message>
    <message>
        <source>Other requests</source>
        <translation>Andere Anfragen</translation>
    </message>
    <message>
        <source>How many tries will there be within the limits?</source>
        <translation>Wie viele Versuche wird es innerhalb der Grenzen geben?</translation>
    </message>
    <message>
        <source>This system does not tell threads and memory in /proc.</source>
        <translation>Dieses System nennt Threads und Speicher nicht in /proc.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>peak in flight</source>
        <translation>höchstens zugleich</translation>
    </message>
    <message>
        <source>loop lag p99</source>
        <translation>Verzug p99</translation>
    </message>
    <message>
        <source>loop lag worst</source>
        <translation>Verzug, größter</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>shipping</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>user %1: %2</source>
        <translation>Benutzer %1: %2</translation>
    </message>
    <message>
        <source>orders: %1, the newest is %2</source>
        <translation>Bestellungen: %1, die neueste ist %2</translation>
    </message>
    <message>
        <source>details %1: %2 × %3</source>
        <translation>Einzelheiten %1: %2 × %3</translation>
    </message>
    <message>
        <source>shipping: to %1 in %2 days</source>
        <translation>Versand: nach %1 in %2 Tagen</translation>
    </message>
    <message>
        <source>a walk without a failure</source>
        <translation>ein Durchgang ohne Fehler</translation>
    </message>
    <message>
        <source>a walk with a failure at %1</source>
        <translation>ein Durchgang mit einem Fehler bei %1</translation>
    </message>
    <message>
        <source>The answer makes no sense.</source>
        <translation>Die Antwort ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>failed at %1: %2</source>
        <translation>gescheitert bei %1: %2</translation>
    </message>
    <message>
        <source>arrived: %1 is on its way</source>
        <translation>angekommen: %1 ist unterwegs</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>walks</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>angekommen</translation>
    </message>
    <message>
        <source>caught once</source>
        <translation>einmal gefangen</translation>
    </message>
    <message>
        <source>Failure at step (0: each in turn)</source>
        <translation>Fehler bei Schritt (0: jeder einmal)</translation>
    </message>
    <message>
        <source>Slowest step</source>
        <translation>Langsamster Schritt</translation>
    </message>
    <message>
        <source>The two ways did not come to the same, so nothing is proven.</source>
        <translation>Die beiden Wege kamen nicht zum selben Ergebnis, also ist nichts bewiesen.</translation>
    </message>
    <message>
        <source>traced to this code</source>
        <translation>auf diesen Code zurückgeführt</translation>
    </message>
    <message>
        <source>Five ways to block: %1 stalls, each traced to its function. The same five pieces of work without blocking: %2.</source>
        <translation>Fünf Arten zu blockieren: %1 Stillstände, jeder auf seine Funktion zurückgeführt. Dieselben fünf Arbeiten ohne Blockieren: %2.</translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message>
        <source>It runs.</source>
        <translation>Es läuft.</translation>
    </message>
    <message>
        <source>“%1” runs. When it has ended, this one can.</source>
        <translation>„%1“ läuft. Danach kann dieses starten.</translation>
    </message>
    <message>
        <source>The knobs were turned since then: what runs now is not compared with it.</source>
        <translation>Seither wurde an den Zahlen gedreht: Was jetzt läuft, wird nicht damit verglichen.</translation>
    </message>
    <message>
        <source>Run the other one as well: side by side they tell.</source>
        <translation>Starten Sie auch die andere: Nebeneinander zeigen sie es.</translation>
    </message>
    <message>
        <source>“%1” …</source>
        <translation>„%1“ …</translation>
    </message>
    <message>
        <source>You predicted %1.</source>
        <translation>Ihre Schätzung: %1.</translation>
    </message>
    <message>
        <source>You predicted %1, it is %2.</source>
        <translation>Ihre Schätzung: %1, gemessen: %2.</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>This tab shows a trace. Experiments run in “This program” (Ctrl+Tab).</source>
        <translation>Dieser Reiter zeigt einen Trace. Experimente laufen in „Dieses Programm“ (Strg+Tab).</translation>
    </message>
</context>
<context>
    <name>LabRunner</name>
    <message>
        <source>was cancelled.</source>
        <translation>wurde abgebrochen.</translation>
    </message>
    <message>
        <source>took longer than it may.</source>
        <translation>hat länger gedauert, als es darf.</translation>
    </message>
    <message numerus="yes">
        <source>left %n tasks behind.</source>
        <translation>
            <numerusform>hat %n Aufgabe zurückgelassen.</numerusform>
            <numerusform>hat %n Aufgaben zurückgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LagText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>lag p50 %1, p99 %2, worst %3</source>
        <translation>Verzug p50 %1, p99 %2, maximal %3</translation>
    </message>
    <message>
        <source>frozen %1</source>
        <translation>%1 eingefroren</translation>
    </message>
    <message>
        <source>busy %1</source>
        <translation>%1 ausgelastet</translation>
    </message>
</context>
<context>
    <name>Lane</name>
    <message>
        <source>GUI loop</source>
        <translation>GUI-Loop</translation>
    </message>
    <message>
        <source>network %1</source>
        <translation>Netz %1</translation>
    </message>
    <message>
        <source>pool %1</source>
        <translation>Pool %1</translation>
    </message>
    <message>
        <source>coroutine %1</source>
        <translation>Coroutine %1</translation>
    </message>
    <message>
        <source>coroutines</source>
        <translation>Koroutinen</translation>
    </message>
</context>
<context>
    <name>LessonHeader</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run both</source>
        <translation>Beide starten</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Alle starten</translation>
    </message>
    <message>
        <source>One after another, with the same seed</source>
        <translation>Nacheinander, mit demselben Startwert</translation>
    </message>
</context>
<context>
    <name>LessonTabs</name>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of the lessons&apos; files in resources/lessons, ID.en.md</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Loopscope</source>
        <translation>Loopscope</translation>
    </message>
    <message>
        <source>Block the loop</source>
        <translation>Loop blockieren</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Gescheiterte wiederholen</translation>
    </message>
    <message>
        <source>Open list…</source>
        <translation>Liste öffnen…</translation>
    </message>
    <message>
        <source>Export results…</source>
        <translation>Ergebnisse exportieren…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The settings could not be read; the defaults are used.</source>
        <translation>Die Einstellungen ließen sich nicht lesen; es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Rundgang starten</translation>
    </message>
    <message>
        <source>Cancel selected</source>
        <translation>Ausgewählte abbrechen</translation>
    </message>
    <message>
        <source>Show the witness</source>
        <translation>Zeugen zeigen</translation>
    </message>
    <message>
        <source>Show it with the switch</source>
        <translation>Mit dem Schalter zeigen</translation>
    </message>
    <message>
        <source>The witness could not be started.</source>
        <translation>Der Zeuge konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>One event back</source>
        <translation>Ein Ereignis zurück</translation>
    </message>
    <message>
        <source>One event on</source>
        <translation>Ein Ereignis weiter</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
    <message>
        <source>%1 – Loopscope</source>
        <translation>%1 – Loopscope</translation>
    </message>
    <message>
        <source>Open trace…</source>
        <translation>Trace öffnen…</translation>
    </message>
    <message>
        <source>Export trace…</source>
        <translation>Trace exportieren…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Some settings cannot be used, perhaps because a newer version wrote them. They have their defaults.</source>
        <translation>Einige Einstellungen sind unbrauchbar, vielleicht weil eine neuere Version sie geschrieben hat. Für sie gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Close trace</source>
        <translation>Trace schließen</translation>
    </message>
</context>
<context>
    <name>MandelbrotCanvas</name>
    <message>
        <source>Mandelbrot picture</source>
        <translation>Mandelbrot-Bild</translation>
    </message>
    <message>
        <source>Plus and minus zoom, the arrow keys move, Home shows the whole set.</source>
        <translation>Plus und Minus zoomen, die Pfeiltasten verschieben, Pos1 zeigt die ganze Menge.</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves, Home shows the whole set</source>
        <translation>Rad zoomt, Ziehen verschiebt, Pos1 zeigt die ganze Menge</translation>
    </message>
</context>
<context>
    <name>MandelbrotRun</name>
    <message>
        <source>Mandelbrot %1 × %2</source>
        <translation>Mandelbrot %1 × %2</translation>
    </message>
    <message>
        <source>tile %1, %2</source>
        <translation>Kachel %1, %2</translation>
    </message>
    <message>
        <source>Cancelled after %1 of %2 tiles.</source>
        <translation>Nach %1 von %2 Kacheln abgebrochen.</translation>
    </message>
</context>
<context>
    <name>MomentBar</name>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
    <message>
        <source>Show what is happening now (Ctrl+L)</source>
        <translation>Zeigt, was jetzt geschieht (Strg+L)</translation>
    </message>
    <message>
        <source>Every view shows that moment. Alt+Left and Alt+Right go from event to event.</source>
        <translation>Jede Ansicht zeigt diesen Augenblick. Alt+Links und Alt+Rechts gehen von Ereignis zu Ereignis.</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Angehalten bei %1</translation>
    </message>
    <message>
        <source>Back to the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Show all that was recorded (Ctrl+L)</source>
        <translation>Alles zeigen, was aufgezeichnet wurde (Strg+L)</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PulseBar</name>
    <message>
        <source>lag p50</source>
        <translation>Verzug p50</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>worst, 10 s</source>
        <translation>max., 10 s</translation>
    </message>
    <message>
        <source>Loop is free</source>
        <translation>Loop ist frei</translation>
    </message>
    <message>
        <source>No pulse yet</source>
        <translation>Noch kein Puls</translation>
    </message>
    <message>
        <source>Loop is busy</source>
        <translation>Loop ist voll</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Läuft wieder</translation>
    </message>
    <message numerus="yes">
        <source>%Ln beats a second</source>
        <translation>
            <numerusform>%Ln Schlag/s</numerusform>
            <numerusform>%Ln Schläge/s</numerusform>
        </translation>
    </message>
    <message>
        <source>ten seconds up to then</source>
        <translation>zehn Sekunden bis dahin</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Known for the loop as it turns now only: of beats that came less than a millisecond late nothing is recorded.</source>
        <translation>Nur für die Loop bekannt, wie sie jetzt läuft: Schläge, die weniger als eine Millisekunde zu spät kamen, werden nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>The worst of the ten seconds up to the moment shown</source>
        <translation>Das Maximum der zehn Sekunden bis zum gezeigten Zeitpunkt</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
</context>
<context>
    <name>PulseTrace</name>
    <message>
        <source>Heartbeat of the loop</source>
        <translation>Puls der Loop</translation>
    </message>
    <message>
        <source>How late the heartbeat of the event loop came, for the last ten seconds. The dashed line is one frame, 16 ms.</source>
        <translation>Wie verspätet der Puls der Ereignisschleife in den letzten zehn Sekunden kam. Die gestrichelte Linie ist ein Bild, 16 ms.</translation>
    </message>
    <message>
        <source>Show the receipt of this stall</source>
        <translation>Den Beleg dieses Stillstands zeigen</translation>
    </message>
    <message>
        <source>How late the heartbeat of the event loop came, for the ten seconds up to the moment shown. Beats less than a millisecond late are not recorded. The dashed line is one frame, 16 ms.</source>
        <translation>Wie spät der Herzschlag der Event-Loop kam, in den zehn Sekunden bis zum gezeigten Zeitpunkt. Schläge, die weniger als eine Millisekunde zu spät kamen, werden nicht aufgezeichnet. Die gestrichelte Linie ist ein Bild, 16 ms.</translation>
    </message>
    <message>
        <source>worst %1</source>
        <translation>maximal %1</translation>
    </message>
</context>
<context>
    <name>ResultFile</name>
    <message>
        <source>Export the results</source>
        <translation>Ergebnisse exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 konnte nicht gespeichert werden: %2</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Mandelbrot</source>
        <translation>Mandelbrot</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves.</source>
        <translation>Rad zoomt, Ziehen verschiebt.</translation>
    </message>
    <message>
        <source>The Mandelbrot set: a picture-sized computation, tile by tile on the pool, while the window stays smooth.</source>
        <translation>Die Mandelbrot-Menge: eine Rechnung so groß wie ein Bild, Kachel für Kachel im Pool, und das Fenster bleibt flüssig.</translation>
    </message>
</context>
<context>
    <name>RunChart</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln Aufgabe</numerusform>
            <numerusform>%Ln Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>How late the heartbeat of the event loop came during the run</source>
        <translation>Wie spät der Herzschlag der Ereignisschleife während des Laufs kam</translation>
    </message>
    <message>
        <source>%1: %2, from %3 for %4</source>
        <translation>%1: %2, ab %3, %4 lang</translation>
    </message>
</context>
<context>
    <name>RunControls</name>
    <message>
        <source>In flight</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>How many fetches run at once</source>
        <translation>Wie viele Abrufe zugleich laufen</translation>
    </message>
    <message>
        <source>Per host</source>
        <translation>Je Host</translation>
    </message>
    <message>
        <source>How many of them to the same host</source>
        <translation>Wie viele davon zum selben Host</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>The longest a fetch may take, with all its tries</source>
        <translation>So lange darf ein Abruf mit allen Versuchen höchstens dauern</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>Thumbnail</source>
        <translation>Vorschaubild</translation>
    </message>
    <message>
        <source>Word count</source>
        <translation>Wörter zählen</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>What the pool does with each body. What fits: thumbnails of images, the words of texts, the digest of anything else</source>
        <translation>Was der Pool mit jedem Body macht. Was passt: Vorschaubilder von Bildern, die Wörter von Texten, sonst die Prüfsumme</translation>
    </message>
    <message>
        <source>Fetch all addresses (F5)</source>
        <translation>Alle Adressen abrufen (F5)</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
</context>
<context>
    <name>SessionTabs</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>What happens in this program now</source>
        <translation>Was jetzt in diesem Programm geschieht</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Close this trace (Ctrl+W)</source>
        <translation>Diesen Trace schließen (Strg+W)</translation>
    </message>
</context>
<context>
    <name>StallCause</name>
    <message>
        <source>Many small pieces of work came at once. Gather them and do one batch per frame, or do them on a thread of their own.</source>
        <translation>Viele kleine Stücke Arbeit kamen auf einmal. Sammle sie und erledige je Bild einen Stapel, oder erledige sie in einem eigenen Thread.</translation>
    </message>
    <message>
        <source>Do not sleep on the thread of the window. Ask to be called later: QTimer::singleShot, or co_await a timer.</source>
        <translation>Schlafe nicht im Thread des Fensters. Lass dich später aufrufen: QTimer::singleShot, oder ein Timer mit co_await.</translation>
    </message>
    <message>
        <source>Compute on a pool thread: QtConcurrent::run, and take the result with a QFutureWatcher or co_await. The slot returns at once.</source>
        <translation>Rechne in einem Thread des Pools: QtConcurrent::run, und nimm das Ergebnis mit einem QFutureWatcher oder co_await entgegen. Der Slot kehrt sofort zurück.</translation>
    </message>
    <message>
        <source>Do not wait for the network. Ask with QNetworkAccessManager and go on when its reply tells that it is finished, by a signal or co_await.</source>
        <translation>Warte nicht auf das Netz. Frage mit QNetworkAccessManager und mach weiter, wenn die Antwort meldet, dass sie fertig ist, mit einem Signal oder co_await.</translation>
    </message>
    <message>
        <source>Do not wait for another thread. Let it tell when it is done: QFutureWatcher::finished, QFuture::then, or co_await.</source>
        <translation>Warte nicht auf einen anderen Thread. Lass ihn melden, wenn er fertig ist: QFutureWatcher::finished, QFuture::then oder co_await.</translation>
    </message>
    <message>
        <source>Do not run a loop within a slot: whatever it hands out may enter the same slot again. Show dialogs with open(), and remember in a state how to go on.</source>
        <translation>Lass keine Loop in einem Slot laufen: Was sie austeilt, kann denselben Slot noch einmal betreten. Zeige Dialoge mit open() und merke dir in einem Zustand, wie es weitergeht.</translation>
    </message>
    <message>
        <source>Read and write files on a pool thread: a disk can take as long as a network.</source>
        <translation>Lies und schreibe Dateien in einem Thread des Pools: Ein Datenträger kann so lange brauchen wie ein Netz.</translation>
    </message>
    <message>
        <source>Nothing on the thread of the window may take longer than a few milliseconds. What does belongs on another thread, and what waits has to become a signal.</source>
        <translation>Nichts im Thread des Fensters darf länger als ein paar Millisekunden dauern. Was länger dauert, gehört in einen anderen Thread, und was wartet, muss ein Signal werden.</translation>
    </message>
</context>
<context>
    <name>StallDelegate</name>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>no stack</source>
        <translation>kein Stack</translation>
    </message>
</context>
<context>
    <name>StallDetail</name>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>In the task</source>
        <translation>In der Aufgabe</translation>
    </message>
    <message>
        <source>Not the program&apos;s fault</source>
        <translation>Nicht die Schuld des Programms</translation>
    </message>
    <message>
        <source>Guilty</source>
        <translation>Schuld daran</translation>
    </message>
    <message>
        <source>No stack was seen: it was too short, or this system offers none.</source>
        <translation>Es wurde kein Stack gesehen: Es war zu kurz, oder dieses System bietet keinen.</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n sample(s)</source>
        <translation>
            <numerusform>%L1 von %n Probe</numerusform>
            <numerusform>%L1 von %n Proben</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold the stack</source>
        <translation>Stack einklappen</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more frame(s)</source>
        <translation>
            <numerusform>%Ln weiteren Aufruf zeigen</numerusform>
            <numerusform>%Ln weitere Aufrufe zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>Stattdessen</translation>
    </message>
    <message>
        <source>Try it in the Lab: %1</source>
        <translation>Im Labor ausprobieren: %1</translation>
    </message>
    <message>
        <source>Probably guilty</source>
        <translation>Wahrscheinlich schuld</translation>
    </message>
</context>
<context>
    <name>StallList</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>StallReceipt</name>
    <message numerus="yes">
        <source>%Ln click(s)</source>
        <translation>
            <numerusform>%Ln Klick</numerusform>
            <numerusform>%Ln Klicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Taste</numerusform>
            <numerusform>%Ln Tasten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln turn(s) of the wheel</source>
        <translation>
            <numerusform>%Ln Drehung des Mausrads</numerusform>
            <numerusform>%Ln Drehungen des Mausrads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paint(s)</source>
        <translation>
            <numerusform>%Ln Neuzeichnung</numerusform>
            <numerusform>%Ln Neuzeichnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln timer(s)</source>
        <translation>
            <numerusform>%Ln Timer</numerusform>
            <numerusform>%Ln Timer</numerusform>
        </translation>
    </message>
    <message>
        <source>the first click waited %1</source>
        <translation>der erste Klick wartete %1</translation>
    </message>
    <message>
        <source>the first key waited %1</source>
        <translation>die erste Taste wartete %1</translation>
    </message>
    <message>
        <source>the wheel waited %1</source>
        <translation>das Mausrad wartete %1</translation>
    </message>
    <message>
        <source>the machine was suspended</source>
        <translation>der Rechner schlief</translation>
    </message>
    <message>
        <source>a debugger held the program</source>
        <translation>ein Debugger hielt das Programm an</translation>
    </message>
    <message>
        <source>the program was stopped from outside</source>
        <translation>das Programm wurde von außen angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln short turn(s)</source>
        <translation>
            <numerusform>%Ln kurze Runde</numerusform>
            <numerusform>%Ln kurze Runden</numerusform>
        </translation>
    </message>
    <message>
        <source>one long turn</source>
        <translation>eine lange Runde</translation>
    </message>
    <message>
        <source>The loop stood still for %1, from %2 on: %3.</source>
        <translation>Die Loop stand %1 lang still, ab %2: %3.</translation>
    </message>
    <message>
        <source>Kept by %1</source>
        <translation>Aufgehalten von %1</translation>
    </message>
    <message>
        <source>In the task %1</source>
        <translation>In der Aufgabe %1</translation>
    </message>
    <message>
        <source>Of that, %1: %2</source>
        <translation>Davon %1: %2</translation>
    </message>
    <message>
        <source>Had to wait: %1</source>
        <translation>Musste warten: %1</translation>
    </message>
    <message>
        <source>Seen in %1 of %2 samples:</source>
        <translation>Gesehen in %1 von %2 Proben:</translation>
    </message>
    <message>
        <source>waited</source>
        <translation>gewartet</translation>
    </message>
    <message>
        <source>came late</source>
        <translation>kamen zu spät</translation>
    </message>
    <message>
        <source>What kept it is not known: no stack was seen.</source>
        <translation>Was sie aufhielt, ist nicht bekannt: Es wurde kein Aufrufstapel gesehen.</translation>
    </message>
    <message>
        <source>came late, and %1</source>
        <translation>kamen zu spät, und %1</translation>
    </message>
    <message>
        <source>probably %1</source>
        <translation>wahrscheinlich %1</translation>
    </message>
    <message>
        <source>Probably kept by %1</source>
        <translation>Wahrscheinlich aufgehalten von %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other event(s)</source>
        <translation>
            <numerusform>%Ln anderes Ereignis</numerusform>
            <numerusform>%Ln andere Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>computing %1</source>
        <translation>gerechnet %1</translation>
    </message>
    <message>
        <source>waiting for a processor %1</source>
        <translation>auf einen Prozessor gewartet %1</translation>
    </message>
    <message>
        <source>blocked %1</source>
        <translation>blockiert %1</translation>
    </message>
    <message>
        <source>time to pass</source>
        <translation>das Vergehen von Zeit</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>einen Socket</translation>
    </message>
    <message>
        <source>a process</source>
        <translation>einen Prozess</translation>
    </message>
    <message>
        <source>a thread</source>
        <translation>einen Thread</translation>
    </message>
    <message>
        <source>a lock</source>
        <translation>eine Sperre</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>not over yet</source>
        <translation>noch nicht vorbei</translation>
    </message>
    <message>
        <source>Its time: %1</source>
        <translation>Seine Zeit: %1</translation>
    </message>
    <message>
        <source>It waited for %1</source>
        <translation>Die Loop wartete auf %1</translation>
    </message>
    <message>
        <source>Nobody could look for %1 of it</source>
        <translation>%1 davon konnte niemand hinsehen</translation>
    </message>
</context>
<context>
    <name>StallsPage</name>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>Stillstände</translation>
    </message>
    <message>
        <source>No stall so far: the loop came round in time, every time. A stall gets a receipt here, with the function that caused it.</source>
        <translation>Bisher kein Stillstand: Die Loop kam jedes Mal rechtzeitig herum. Ein Stillstand bekommt hier einen Beleg mit der Funktion, die ihn verursacht hat.</translation>
    </message>
    <message>
        <source>Block the loop once</source>
        <translation>Loop einmal blockieren</translation>
    </message>
    <message>
        <source>Every time the loop could not turn for %L1 ms or more.</source>
        <translation>Jedes Mal, wenn die Loop %L1 ms oder länger nicht weiterkam.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>Zählt ab</translation>
    </message>
    <message>
        <source>How long the loop has to stand still for a receipt</source>
        <translation>Wie lange die Loop stillstehen muss, damit es einen Beleg gibt</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Only the newest %L1 are kept.</source>
        <translation>Nur die neuesten %L1 bleiben erhalten.</translation>
    </message>
    <message>
        <source>No stall in this trace: the loop came round in time, every time.</source>
        <translation>Kein Stillstand in diesem Trace: Die Loop kam jedes Mal rechtzeitig herum.</translation>
    </message>
</context>
<context>
    <name>TaskModel</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>TaskPane</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show only tasks whose address, state or detail contains this (Ctrl+F)</source>
        <translation>Nur Aufgaben zeigen, die das in Adresse, Zustand oder Detail enthalten (Strg+F)</translation>
    </message>
    <message>
        <source>No task matches “%1”.</source>
        <translation>Keine Aufgabe passt zu „%1“.</translation>
    </message>
    <message>
        <source>Fetches and computations appear here, each with its progress and its end. Run fetches the addresses above.</source>
        <translation>Hier erscheinen Abrufe und Berechnungen, jeweils mit Fortschritt und Ausgang. „Starten“ ruft die Adressen oben ab.</translation>
    </message>
    <message>
        <source>Fetch them now</source>
        <translation>Jetzt abrufen</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>Alle Aufgaben zeigen</translation>
    </message>
    <message>
        <source>There is no task in this trace.</source>
        <translation>In diesem Trace steht keine Aufgabe.</translation>
    </message>
</context>
<context>
    <name>TaskStory</name>
    <message>
        <source>%L1 units announced</source>
        <translation>%L1 Einheiten angekündigt</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>erstes Byte</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <source>redirected to %1</source>
        <translation>umgeleitet zu %1</translation>
    </message>
    <message>
        <source>sent %L1 times by Qt: the connection broke early</source>
        <translation>von Qt %L1-mal gesendet: Die Verbindung brach früh ab</translation>
    </message>
    <message>
        <source>body: %1</source>
        <translation>Body: %1</translation>
    </message>
    <message>
        <source>integrity: %1</source>
        <translation>Integrität: %1</translation>
    </message>
    <message>
        <source>then: %1</source>
        <translation>danach: %1</translation>
    </message>
    <message>
        <source>result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>asked to stop</source>
        <translation>Abbruch verlangt</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>started in %1</source>
        <translation>begonnen in %1</translation>
    </message>
    <message>
        <source>%L1 units done</source>
        <translation>%L1 Einheiten erledigt</translation>
    </message>
    <message>
        <source>suspended: %1</source>
        <translation>ruht: %1</translation>
    </message>
    <message>
        <source>resumed in %1</source>
        <translation>fortgesetzt in %1</translation>
    </message>
</context>
<context>
    <name>TaskTable</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>Cancel selected</source>
        <translation>Ausgewählte abbrechen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation>wird abgebrochen …</translation>
    </message>
    <message>
        <source>%1 on the pool</source>
        <translation>%1 im Pool</translation>
    </message>
    <message>
        <source>%L1 of %L2 tiles</source>
        <translation>%L1 von %L2 Kacheln</translation>
    </message>
    <message>
        <source>waits for the first byte</source>
        <translation>wartet auf das erste Byte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tile(s)</source>
        <translation>
            <numerusform>%Ln Kachel</numerusform>
            <numerusform>%Ln Kacheln</numerusform>
        </translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>ruht</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation>verwaist</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>nach %1 angehalten</translation>
    </message>
    <message>
        <source>nobody said how it ended</source>
        <translation>niemand meldete, wie es ausging</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>corrupt</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>thumbnail</source>
        <translation>Vorschaubild</translation>
    </message>
    <message>
        <source>word count</source>
        <translation>Wörter zählen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>The image is damaged and cannot be decoded: %1.</source>
        <translation>Das Bild ist beschädigt und lässt sich nicht dekodieren: %1.</translation>
    </message>
    <message>
        <source>The image is damaged: its data ends too early.</source>
        <translation>Das Bild ist beschädigt: Seine Daten enden zu früh.</translation>
    </message>
    <message>
        <source>The image has %1 × %2 pixels; more than %3 megapixels are refused.</source>
        <translation>Das Bild hat %1 × %2 Pixel; mehr als %3 Megapixel werden abgelehnt.</translation>
    </message>
    <message>
        <source>The image needs more than %1 MiB to be decoded.</source>
        <translation>Das Bild braucht zum Dekodieren mehr als %1 MiB.</translation>
    </message>
    <message>
        <source>The body is empty: there is no image in it.</source>
        <translation>Der Body ist leer: Es ist kein Bild darin.</translation>
    </message>
    <message>
        <source>The body is an SVG drawing; only raster images are made into thumbnails.</source>
        <translation>Der Body ist eine SVG-Zeichnung; Vorschaubilder gibt es nur von Rasterbildern.</translation>
    </message>
    <message>
        <source>This is not an image: the body is an HTML page.</source>
        <translation>Das ist kein Bild: Der Body ist eine HTML-Seite.</translation>
    </message>
    <message>
        <source>This is not an image: the body looks like JSON.</source>
        <translation>Das ist kein Bild: Der Body sieht nach JSON aus.</translation>
    </message>
    <message>
        <source>The body is not an image that can be decoded: no known format.</source>
        <translation>Der Body ist kein dekodierbares Bild: unbekanntes Format.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>coroutines</source>
        <translation>Coroutinen</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>ruht</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Vermerk</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>turn of the loop</source>
        <translation>Umlauf des Loops</translation>
    </message>
    <message>
        <source>late heartbeat</source>
        <translation>verspäteter Herzschlag</translation>
    </message>
    <message>
        <source>no task</source>
        <translation>keine Aufgabe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln Aufgabe</numerusform>
            <numerusform>%Ln Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2 on</source>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>paused for %1, not by the program</source>
        <translation>%1 angehalten, nicht vom Programm</translation>
    </message>
    <message>
        <source>the loop was frozen for %1</source>
        <translation>der Loop war %1 eingefroren</translation>
    </message>
    <message>
        <source>the loop was congested for %1</source>
        <translation>der Loop war %1 überlastet</translation>
    </message>
    <message>
        <source>a stall began</source>
        <translation>ein Stillstand begann</translation>
    </message>
    <message>
        <source>a look at the stack in a stall</source>
        <translation>ein Blick auf den Stack in einem Stillstand</translation>
    </message>
    <message>
        <source>a stall ended</source>
        <translation>ein Stillstand endete</translation>
    </message>
    <message>
        <source>more about a stall</source>
        <translation>mehr über einen Stillstand</translation>
    </message>
    <message>
        <source>a library is named</source>
        <translation>eine Bibliothek wird benannt</translation>
    </message>
    <message>
        <source>the program ended</source>
        <translation>das Programm endete</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>The wheel zooms, a drag moves, with Shift it measures. Drag in the ruler to go back in time.</source>
        <translation>Das Rad zoomt, Ziehen verschiebt, mit Umschalt misst es. Ziehen im Lineal geht in der Zeit zurück.</translation>
    </message>
    <message>
        <source>Every fetch and every computation appears here as a bar in the lane it ran in.</source>
        <translation>Jeder Abruf und jede Berechnung erscheint hier als Balken in der Bahn, in der sie lief.</translation>
    </message>
    <message>
        <source>Fetch something now</source>
        <translation>Jetzt etwas abrufen</translation>
    </message>
    <message>
        <source>Nothing ran in this trace.</source>
        <translation>In diesem Trace lief nichts.</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation>Live folgen</translation>
    </message>
    <message>
        <source>Keep the newest in view</source>
        <translation>Das Neueste im Blick behalten</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Fold the timeline up, or unfold it</source>
        <translation>Die Zeitachse ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Readout</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Point at a bar to read what it is.</source>
        <translation>Auf einen Balken zeigen, um zu lesen, was er ist.</translation>
    </message>
    <message>
        <source>What runs appears here, lane by lane.</source>
        <translation>Was läuft, erscheint hier, Bahn für Bahn.</translation>
    </message>
    <message>
        <source>Show the whole run, once more all that was recorded (F)</source>
        <translation>Den ganzen Lauf zeigen, noch einmal alles Aufgezeichnete (F)</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>network 88</source>
        <translation>Netz 88</translation>
    </message>
    <message>
        <source>from %1 to %2, lanes: %3</source>
        <translation>von %1 bis %2, Bahnen: %3</translation>
    </message>
    <message>
        <source>selected: %1</source>
        <translation>gewählt: %1</translation>
    </message>
    <message>
        <source>measured: %1</source>
        <translation>gemessen: %1</translation>
    </message>
    <message>
        <source>paused at %1</source>
        <translation>angehalten bei %1</translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message>
        <source>Retry failed</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Total progress</source>
        <translation>Gesamtfortschritt</translation>
    </message>
    <message>
        <source>Fetch what failed or timed out once more (Ctrl+R)</source>
        <translation>Gescheiterte und abgelaufene Aufgaben noch einmal abrufen (Strg+R)</translation>
    </message>
    <message>
        <source>Save the results as CSV or JSON (Ctrl+S)</source>
        <translation>Die Ergebnisse als CSV oder JSON speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Stop everything that runs or waits (Shift+Esc)</source>
        <translation>Alles anhalten, was läuft oder wartet (Umschalt+Esc)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Press it: dozens of addresses are fetched and processed at once. They come from a server inside this program, so no network is needed.</source>
        <translation>Ein Druck, und Dutzende Adressen werden zugleich abgerufen und verarbeitet. Sie kommen von einem Server in diesem Programm; ein Netz ist nicht nötig.</translation>
    </message>
    <message>
        <source>Watch the pulse</source>
        <translation>Den Puls beobachten</translation>
    </message>
    <message>
        <source>Each bar is one beat of the event loop. Low bars mean that the window is alive, however much is going on.</source>
        <translation>Jeder Balken ist ein Schlag der Ereignisschleife. Niedrige Balken heißen: Das Fenster lebt, so viel auch los ist.</translation>
    </message>
    <message>
        <source>Block the loop</source>
        <translation>Loop blockieren</translation>
    </message>
    <message>
        <source>Switch it on: the window does its work on its own thread now, the wrong way. Try to scroll or to click meanwhile.</source>
        <translation>Einschalten: Nun erledigt das Fenster die Arbeit in seinem eigenen Thread, auf die falsche Art. Dabei einmal scrollen oder klicken.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Read the receipt</source>
        <translation>Den Beleg lesen</translation>
    </message>
    <message>
        <source>The loop could not turn, so nothing could move. Every such stall gets a receipt on this page: how long it was, which function it was, and what to do instead. Switch off, and everything flows again.</source>
        <translation>Die Loop kam nicht weiter, also konnte sich nichts bewegen. Jeder solche Stillstand bekommt auf dieser Seite einen Beleg: wie lang er war, welche Funktion es war, und was stattdessen zu tun ist. Ausschalten, und alles fließt wieder.</translation>
    </message>
    <message>
        <source>Open the Lab</source>
        <translation>Ins Labor gehen</translation>
    </message>
    <message>
        <source>Experiments that run for real: each does something the wrong way and the right way, measures both, and shows the code that was run.</source>
        <translation>Experimente, die wirklich laufen: Jedes macht etwas auf die falsche und auf die richtige Art, misst beides und zeigt den Code, der lief.</translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>an unknown kind of event</source>
        <translation>eine unbekannte Art von Ereignis</translation>
    </message>
    <message>
        <source>an unknown lane</source>
        <translation>eine unbekannte Spur</translation>
    </message>
    <message>
        <source>an impossible time</source>
        <translation>eine unmögliche Zeit</translation>
    </message>
    <message>
        <source>an event before the one before it</source>
        <translation>ein Ereignis, das vor seinem Vorgänger liegt</translation>
    </message>
    <message>
        <source>an unknown code</source>
        <translation>ein unbekannter Code</translation>
    </message>
    <message>
        <source>an impossible value</source>
        <translation>ein unmöglicher Wert</translation>
    </message>
    <message>
        <source>an event of the wrong task</source>
        <translation>ein Ereignis der falschen Aufgabe</translation>
    </message>
    <message>
        <source>a parent in the wrong place</source>
        <translation>ein Vorfahr an der falschen Stelle</translation>
    </message>
    <message>
        <source>a task that comes twice, or is above itself</source>
        <translation>eine Aufgabe, die zweimal kommt oder über sich selbst steht</translation>
    </message>
    <message>
        <source>saving was stopped</source>
        <translation>das Speichern wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2.</source>
        <translation>%1 konnte nicht gespeichert werden: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be opened. %2</source>
        <translation>%1 lässt sich nicht öffnen. %2</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>The file is larger than 2 GiB.</source>
        <translation>Die Datei ist größer als 2 GiB.</translation>
    </message>
    <message>
        <source>The file was made by another program. Loopscope opens only the traces that it exported itself.</source>
        <translation>Die Datei stammt von einem anderen Programm. Loopscope öffnet nur Traces, die es selbst exportiert hat.</translation>
    </message>
    <message>
        <source>The file is no trace.</source>
        <translation>Die Datei ist kein Trace.</translation>
    </message>
    <message>
        <source>no object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>The file was made by a newer Loopscope. Update this one to open it.</source>
        <translation>Die Datei stammt von einem neueren Loopscope. Zum Öffnen muss dieses hier aktualisiert werden.</translation>
    </message>
    <message>
        <source>no events</source>
        <translation>keine Ereignisse</translation>
    </message>
    <message>
        <source>no list of events</source>
        <translation>keine Liste von Ereignissen</translation>
    </message>
    <message>
        <source>The file holds more than Loopscope can show: the limits are %L1 events and %L2 tasks.</source>
        <translation>Die Datei enthält mehr, als Loopscope zeigen kann: höchstens %L1 Ereignisse und %L2 Aufgaben.</translation>
    </message>
    <message>
        <source>no event</source>
        <translation>kein Ereignis</translation>
    </message>
    <message>
        <source>a text in the wrong place</source>
        <translation>ein Text an der falschen Stelle</translation>
    </message>
    <message>
        <source>an impossible number</source>
        <translation>eine unmögliche Zahl</translation>
    </message>
    <message>
        <source>an event of the wrong length</source>
        <translation>ein Ereignis falscher Länge</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>The file is damaged at line %1 (%2).</source>
        <translation>Die Datei ist in Zeile %1 beschädigt (%2).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file ends too early, at line %1; it was cut short.</source>
        <translation>Die Datei endet zu früh, in Zeile %1; sie wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>nested too deeply, or a text too long</source>
        <translation>zu tief verschachtelt, oder ein Text zu lang</translation>
    </message>
    <message>
        <source>Opening was stopped.</source>
        <translation>Das Öffnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation>kein JSON</translation>
    </message>
    <message>
        <source>The file is no trace: line %1 is no JSON.</source>
        <translation>Die Datei ist kein Trace: Zeile %1 ist kein JSON.</translation>
    </message>
    <message>
        <source>a stall that has not begun, is a task, or is above itself</source>
        <translation>ein Stillstand, der nicht begonnen hat, eine Aufgabe ist oder über sich selbst steht</translation>
    </message>
    <message>
        <source>a stack nobody has seen</source>
        <translation>ein Stack, den niemand gesehen hat</translation>
    </message>
    <message>
        <source>a stack out of order</source>
        <translation>ein Stack außer der Reihe</translation>
    </message>
</context>
<context>
    <name>TraceBar</name>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>TraceFiles</name>
    <message>
        <source>Opening %1 … %2 %</source>
        <translation>%1 wird geöffnet … %2 %</translation>
    </message>
    <message>
        <source>Saving %1 … %2 %</source>
        <translation>%1 wird gespeichert … %2 %</translation>
    </message>
    <message>
        <source>Open a trace</source>
        <translation>Einen Trace öffnen</translation>
    </message>
    <message>
        <source>Traces (*.json)</source>
        <translation>Traces (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is nothing to export yet. Press Run first.</source>
        <translation>Es gibt noch nichts zu exportieren. Erst „Starten“ drücken.</translation>
    </message>
    <message>
        <source>Export a trace</source>
        <translation>Einen Trace exportieren</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>Saving %1 …</source>
        <translation>%1 wird gespeichert …</translation>
    </message>
    <message>
        <source>Opening was stopped.</source>
        <translation>Das Öffnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Saving was stopped.</source>
        <translation>Das Speichern wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>TryPage</name>
    <message>
        <source>from %L1 to %L2, at first %L3</source>
        <translation>von %L1 bis %L2, anfangs %L3</translation>
    </message>
    <message>
        <source>at first %1</source>
        <translation>anfangs %1</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>All numbers as they were at first</source>
        <translation>Alle Zahlen wie am Anfang</translation>
    </message>
    <message>
        <source>Chance, the same for every variant.</source>
        <translation>Der Zufall, für jede Variante derselbe.</translation>
    </message>
    <message>
        <source>It is running: the numbers can be changed when it has ended.</source>
        <translation>Der Lauf ist im Gang: Die Zahlen lassen sich ändern, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>Compare only what was measured with the same numbers. After a change, run all again.</source>
        <translation>Vergleichen Sie nur, was mit denselben Zahlen gemessen wurde. Lassen Sie nach einer Änderung alles noch einmal laufen.</translation>
    </message>
</context>
<context>
    <name>VariantCard</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Pitfall</source>
        <translation>Falle</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>%1 starten: %2</translation>
    </message>
    <message>
        <source>Timeline of %1: %2</source>
        <translation>Zeitachse von %1: %2</translation>
    </message>
    <message>
        <source>Run this one alone</source>
        <translation>Nur diese Variante starten</translation>
    </message>
</context>
<context>
    <name>VariantRow</name>
    <message>
        <source>Waits for the other</source>
        <translation>Wartet auf die andere</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Noch nicht gelaufen</translation>
    </message>
</context>
<context>
    <name>VerdictBanner</name>
    <message>
        <source>Leave it empty if you do not want to guess</source>
        <translation>Leer lassen, wenn Sie nicht raten möchten</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Ihre Schätzung</translation>
    </message>
    <message>
        <source>Guess, if you like, then run.</source>
        <translation>Raten Sie, wenn Sie mögen, dann starten Sie.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Trifft zu</translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation>Trifft nicht zu</translation>
    </message>
    <message>
        <source>The knobs were turned since then.</source>
        <translation>Seither wurde an den Zahlen gedreht.</translation>
    </message>
    <message>
        <source>Same seed, same delays.</source>
        <translation>Derselbe Startwert, dieselben Verzögerungen.</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>**See also:** %1</source>
        <translation>**Siehe auch:** %1</translation>
    </message>
</context>
<context>
    <name>WitnessTrace</name>
    <message>
        <source>Pulse of the main window</source>
        <translation>Puls des Hauptfensters</translation>
    </message>
</context>
<context>
    <name>WitnessWindow</name>
    <message>
        <source>Release</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Zeuge</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>ein anderer Prozess</translation>
    </message>
    <message>
        <source>It was frozen for %1.</source>
        <translation>Es stand %1 still.</translation>
    </message>
    <message>
        <source>It was frozen for %1 in %2.</source>
        <translation>Es stand %1 still, in %2.</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Only a block that was made with the switch can be released.</source>
        <translation>Nur eine Blockade durch den Schalter lässt sich lösen.</translation>
    </message>
    <message>
        <source>Ends the block from here, since this window is not the frozen one</source>
        <translation>Beendet die Blockade von hier aus, denn dieses Fenster ist nicht das eingefrorene</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>for the first beat</source>
        <translation>auf den ersten Schlag</translation>
    </message>
    <message>
        <source>Loop is free</source>
        <translation>Loop ist frei</translation>
    </message>
    <message>
        <source>frozen %1</source>
        <translation>eingefroren %1</translation>
    </message>
    <message>
        <source>looking at its stack …</source>
        <translation>sieht den Stack an …</translation>
    </message>
    <message>
        <source>No news</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>Loopscope itself is stopped.</source>
        <translation>Loopscope selbst ist angehalten.</translation>
    </message>
    <message>
        <source>Loopscope has ended</source>
        <translation>Loopscope ist beendet</translation>
    </message>
    <message>
        <source>This window closes by itself.</source>
        <translation>Dieses Fenster schließt sich von selbst.</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>None of the addresses can be fetched. %1</source>
        <translation>Keine der Adressen lässt sich abrufen. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es) left out. %1</source>
        <translation>
            <numerusform>%Ln Adresse ausgelassen. %1</numerusform>
            <numerusform>%Ln Adressen ausgelassen. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no address to fetch. Write one, or open a list.</source>
        <translation>Es gibt keine Adresse zum Abrufen. Eine eintippen oder eine Liste öffnen.</translation>
    </message>
    <message>
        <source>There is nothing to export yet. Press Run first.</source>
        <translation>Es gibt noch nichts zu exportieren. Erst „Starten“ drücken.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more bad line(s)</source>
        <translation>
            <numerusform>und %Ln weitere fehlerhafte Zeile</numerusform>
            <numerusform>und %Ln weitere fehlerhafte Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Practice server</source>
        <translation>Übungsserver</translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es)</source>
        <translation>
            <numerusform>%Ln Adresse</numerusform>
            <numerusform>%Ln Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bad line(s)</source>
        <translation>
            <numerusform>%Ln fehlerhafte Zeile</numerusform>
            <numerusform>%Ln fehlerhafte Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is still being read. It runs as soon as that is done.</source>
        <translation>Die Liste wird noch gelesen. Sie läuft, sobald das getan ist.</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>An earlier moment is shown. Go back to live to retry (Ctrl+L).</source>
        <translation>Ein früherer Moment wird gezeigt. Zum Wiederholen zurück zu live (Strg+L).</translation>
    </message>
    <message>
        <source>This is a trace, and it cannot be changed. What runs is in the first tab (Ctrl+Tab).</source>
        <translation>Dies ist ein Trace, der sich nicht ändern lässt. Was läuft, steht im ersten Reiter (Strg+Tab).</translation>
    </message>
</context>
</TS>
