package nl.kring.crm.attendance.presence;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.kring.crm.platform.PdfFonts;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.Profession;

/**
 * The list that people sign, in Dutch, as offices of the registers ask for it (stichtingkoh.nl): organisation, title, date, ID number,
 * and of everybody surname, initials, function, BIG number, registers with number and room for a signature. Each session begins on a
 * page of its own, and there is room for who walks in.
 */
final class PresenceListPdf {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH.mm", DUTCH).withZone(SystemClock.AMSTERDAM);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH.mm", DUTCH).withZone(SystemClock.AMSTERDAM);
    private static final List<String> HEADS =
            List.of("Achternaam", "Voorletters", "Functie", "BIG-nummer", "Register en nummer", "Handtekening");
    private static final float[] WIDTHS = {20, 9, 15, 12, 22, 22};
    private static final float MARGIN = 36;
    private static final float ROW = 26;
    private static final int ROOM = 5;

    private final ListFacts facts;
    private final Function<Profession, String> words;

    PresenceListPdf(ListFacts facts, Function<Profession, String> words) {
        this.facts = facts;
        this.words = words;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.addTitle("Presentielijst: " + facts.title());
        document.addAuthor(facts.organiser());
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("nl"));
        boolean first = true;
        for (ListFacts.Meeting meeting : facts.meetings()) {
            if (!first) {
                document.newPage();
            }
            first = false;
            head(document, meeting);
            document.add(table());
        }
        document.close();
        return out.toByteArray();
    }

    private void head(Document document, ListFacts.Meeting meeting) {
        document.add(line("Presentielijst", PdfFonts.bold(16), 2));
        document.add(line(facts.title(), PdfFonts.bold(13), 2));
        document.add(line(
                facts.organiser() + " · " + DAY.format(meeting.startsAt()) + " – " + TIME.format(meeting.endsAt())
                        + " uur"
                        + (facts.place() == null ? "" : " · " + facts.place())
                        + (meeting.title() == null ? "" : " · " + meeting.title()),
                PdfFonts.regular(10),
                4));
        for (ListFacts.Register register : facts.registers()) {
            document.add(line(
                    register.code() + " – " + register.name() + " · ID-nummer: "
                            + (register.number() == null ? "…………………………" : register.number()),
                    PdfFonts.regular(9),
                    1));
        }
        if (facts.registers().isEmpty()) {
            document.add(line("ID-nummer: …………………………", PdfFonts.regular(9), 1));
        }
        document.add(line(" ", PdfFonts.regular(6), 0));
    }

    private PdfPTable table() {
        PdfPTable table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        HEADS.forEach(head -> table.addCell(cell(head, PdfFonts.bold(9))));
        for (ListFacts.Line each : facts.lines()) {
            table.addCell(cell(each.surname(), PdfFonts.regular(10)));
            table.addCell(cell(each.initials(), PdfFonts.regular(10)));
            table.addCell(cell(each.profession() == null ? null : words.apply(each.profession()), PdfFonts.regular(9)));
            table.addCell(cell(each.big(), PdfFonts.regular(9)));
            table.addCell(cell(each.registers(), PdfFonts.regular(9)));
            table.addCell(cell(null, PdfFonts.regular(9)));
        }
        for (int empty = 0; empty < ROOM * HEADS.size(); empty++) {
            table.addCell(cell(null, PdfFonts.regular(9)));
        }
        return table;
    }

    private static PdfPCell cell(String text, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(text == null ? "" : text, font));
        cell.setMinimumHeight(ROW);
        cell.setPadding(4);
        cell.setBorderWidth(0.5f);
        return cell;
    }

    private static Paragraph line(String text, Font font, float after) {
        Paragraph line = new Paragraph(text, font);
        line.setSpacingAfter(after);
        return line;
    }
}
