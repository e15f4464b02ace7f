package nl.kring.crm.web.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.calendar.AgendaLine;
import nl.kring.crm.agenda.calendar.FeedEntry;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class RssFileTest {

    @Test
    void whatever_is_typed_it_is_read_by_a_parser_that_takes_no_document_type() throws Exception {
        String title = "</title>]]> <b>&amp; \u0000\uD800\uFFFE \uD83D\uDE00 \"'";

        Document read = read(RssFile.of("Agenda", "https://kring.example", "?q=a&place=b", List.of(entry(title))));

        assertThat(read.getElementsByTagName("item").getLength()).isEqualTo(1);
        assertThat(read.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("</title>]]> <b>&amp;  \uD83D\uDE00 \"'");
        assertThat(read.getElementsByTagName("link").item(0).getTextContent())
                .isEqualTo("https://kring.example/agenda/browse-agenda.xhtml?q=a&place=b");
        assertThat(read.getElementsByTagName("pubDate").item(0).getTextContent())
                .isEqualTo("Tue, 1 Sep 2026 12:00:00 +0200");
    }

    @Test
    void it_is_limited_in_size() throws Exception {
        Document read =
                read(RssFile.of("Agenda", "https://kring.example", "", Collections.nCopies(300, entry("Cursus"))));

        assertThat(read.getElementsByTagName("item").getLength()).isEqualTo(50);
    }

    private static FeedEntry entry(String title) {
        Instant start = Instant.parse("2026-11-03T18:00:00Z");
        return new FeedEntry(
                new AgendaLine(
                        1L,
                        UUID.randomUUID(),
                        title,
                        CourseKind.SKILLS,
                        "FEA",
                        "Federatie",
                        null,
                        "Almelo",
                        0,
                        true,
                        start,
                        start.plusSeconds(3600),
                        10,
                        3,
                        false),
                null,
                Instant.parse("2026-09-01T10:00:00Z"),
                0,
                List.of());
    }

    private static Document read(String text) throws Exception {
        DocumentBuilderFactory strict = DocumentBuilderFactory.newInstance();
        strict.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return strict.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
