package nl.kring.crm.web.agenda;

import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.kring.crm.agenda.calendar.AgendaAddress;
import nl.kring.crm.agenda.calendar.AgendaLine;
import nl.kring.crm.agenda.calendar.FeedEntry;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.platform.TextParts;

/** Editions as RSS 2.0; what XML cannot hold is left out. */
final class RssFile {

    private static final int MOST = 50;
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMMM yyyy HH:mm", Locale.forLanguageTag("nl"));

    private final XMLStreamWriter xml;

    private RssFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * @param site where the product is
     * @param question the filters as they stand in an address, from the question mark on
     */
    static String of(String title, String site, String question, List<FeedEntry> entries) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new RssFile(xml).write(title, site, question, entries);
            xml.close();
        } catch (XMLStreamException nothingIsWrittenOutside) {
            throw new IllegalStateException(nothingIsWrittenOutside);
        }
        return text.toString();
    }

    private void write(String title, String site, String question, List<FeedEntry> entries) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("atom", ATOM);
        xml.writeStartElement("channel");
        element("title", title);
        element("link", site + "/agenda/browse-agenda.xhtml" + question);
        element("description", title);
        element("language", "nl");
        element("ttl", "60");
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("href", site + "/agenda/agenda.rss" + question);
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("type", "application/rss+xml");
        for (FeedEntry entry : entries.subList(0, Math.min(MOST, entries.size()))) {
            item(entry);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void item(FeedEntry entry) throws XMLStreamException {
        AgendaLine line = entry.line();
        String about = TextParts.joined(
                " · ",
                WHEN.format(line.startsAt().atZone(SystemClock.AMSTERDAM)),
                line.location(),
                line.place(),
                line.organiserName(),
                entry.summary());
        xml.writeStartElement("item");
        element("title", line.title());
        element("link", AgendaAddress.of(line.uuid()).toString());
        element("description", about);
        element("category", line.organiserName());
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(line.uuid().toString());
        xml.writeEndElement();
        element(
                "pubDate",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(entry.publishedAt().atZone(SystemClock.AMSTERDAM)));
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(NOT_IN_XML.matcher(text).replaceAll(""));
        xml.writeEndElement();
    }
}
