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
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more bad line(s)</source>
        <translation>
            <numerusform>und %Ln weitere fehlerhafte Zeile</numerusform>
            <numerusform>und %Ln weitere fehlerhafte Zeilen</numerusform>
        </translation>
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
        <source>pasted list</source>
        <translation>eingefügte Liste</translation>
    </message>
    <message>
        <source>dropped list</source>
        <translation>abgelegte Liste</translation>
    </message>
    <message>
        <source>The list is too long to be edited here. Change it where it comes from, and open it again.</source>
        <translation>Die Liste ist zu lang, um sie hier zu bearbeiten. Bitte dort ändern, wo sie herkommt, und neu öffnen.</translation>
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
        <source>The server&apos;s certificate is not trusted: %1</source>
        <translation>Das Zertifikat des Servers ist nicht vertrauenswürdig: %1</translation>
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
        <source>No secure connection to %1: %2</source>
        <translation>Keine sichere Verbindung zu %1: %2</translation>
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
        <source>Filter tasks</source>
        <translation>Aufgaben filtern</translation>
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
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>Stillstände</translation>
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
        <source>Show the whole recording (F)</source>
        <translation>Die ganze Aufzeichnung zeigen (F)</translation>
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
        <source>Stop everything that runs or waits (Esc)</source>
        <translation>Alles anhalten, was läuft oder wartet (Esc)</translation>
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
        <source>Look into a task</source>
        <translation>Eine Aufgabe ansehen</translation>
    </message>
    <message>
        <source>Each row is a task. Choose one and press Enter: its story tells every attempt, redirect, time and error.</source>
        <translation>Jede Zeile ist eine Aufgabe. Eine wählen und die Eingabetaste drücken: Ihr Verlauf nennt jeden Versuch, jede Umleitung, Zeit und Fehler.</translation>
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
        <source>numbers of tasks that are far apart</source>
        <translation>Nummern von Aufgaben, die weit auseinanderliegen</translation>
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
</context>
<context>
    <name>TraceBar</name>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Showing the trace %1 (read only)</source>
        <translation>Zeigt den Trace %1 (nur lesen)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Close trace</source>
        <translation>Trace schließen</translation>
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
    <message>
        <source>A trace is shown, and it cannot be changed. Close it first.</source>
        <translation>Es wird ein Trace gezeigt, und er lässt sich nicht ändern. Schließen Sie ihn zuerst.</translation>
    </message>
</context>
</TS>
