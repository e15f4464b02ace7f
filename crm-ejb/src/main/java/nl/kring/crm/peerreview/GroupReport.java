package nl.kring.crm.peerreview;

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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import nl.kring.crm.platform.PdfFonts;

/** The year of a group on paper: its members, plan, meetings with who was there, and what is missing. */
final class GroupReport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final float MARGIN = 56;

    private final GroupDetail detail;
    private final ReportWords words;
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);

    GroupReport(GroupDetail detail, ReportWords words) {
        this.detail = detail;
        this.words = words;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter writer = PdfWriter.getInstance(document, out);
        String title = words.of("peerreview.report.title", String.valueOf(detail.year()));
        document.addTitle(title + ": " + detail.group().name());
        document.addAuthor(detail.organisation());
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(words.of("peerreview.report.language")));
        line(detail.group().name(), PdfFonts.bold(18), 4);
        line(title + ", " + words.of("peerreview.kind." + detail.group().kind()), PdfFonts.regular(12), 4);
        line(detail.organisation(), regular(), 12);
        lacks();
        heading(words.of("peerreview.members"));
        PdfPTable members = table(3, 1, 2);
        detail.members()
                .forEach(one -> row(
                        members,
                        one.name(),
                        words.of("peerreview.role." + one.role()),
                        day(one.from()) + " – " + day(one.to())));
        document.add(members);
        heading(words.of("peerreview.plan"));
        line(detail.plan() == null ? "–" : detail.plan(), regular(), 6);
        heading(words.of("peerreview.meetings"));
        detail.meetings().forEach(this::meeting);
        document.close();
        return out.toByteArray();
    }

    private void lacks() {
        String missing = detail.group().missing().stream()
                .map(lack -> words.of("peerreview.lack." + lack))
                .collect(Collectors.joining(", "));
        line(words.of("peerreview.missing") + ": " + (missing.isEmpty() ? "–" : missing), PdfFonts.bold(10), 12);
    }

    private void meeting(MeetingLine meeting) {
        line(
                day(meeting.heldOn()) + ", " + words.of("peerreview.minutes", meeting.minutes()) + ": "
                        + meeting.subject(),
                PdfFonts.bold(10),
                2);
        line(
                meeting.present().stream()
                        .map(one -> one.name() + " (" + one.minutes() + ")")
                        .collect(Collectors.joining(", ")),
                regular(),
                2);
        line(meeting.report() == null ? "" : meeting.report(), regular(), 8);
    }

    private void heading(String text) {
        line(text, PdfFonts.bold(12), 4);
    }

    private void line(String text, Font font, float after) {
        Paragraph paragraph = new Paragraph(text, font);
        paragraph.setSpacingAfter(after);
        document.add(paragraph);
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingAfter(12);
        return table;
    }

    private static void row(PdfPTable table, String... cells) {
        for (String cell : cells) {
            table.addCell(new PdfPCell(new Phrase(cell, regular())));
        }
    }

    private static Font regular() {
        return PdfFonts.regular(10);
    }

    private static String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
