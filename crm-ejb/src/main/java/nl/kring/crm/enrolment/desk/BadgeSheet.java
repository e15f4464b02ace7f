package nl.kring.crm.enrolment.desk;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.Utilities;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.kring.crm.enrolment.Participant;
import nl.kring.crm.enrolment.ParticipantList;
import nl.kring.crm.platform.PdfFonts;
import nl.kring.crm.platform.SystemClock;

/** Badges to cut out, ten on a sheet of A4: two beside each other, 90 by 54 millimetres. */
final class BadgeSheet {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy", Locale.forLanguageTag("nl-NL"))
            .withZone(SystemClock.AMSTERDAM);
    private static final int BESIDE = 2;
    private static final float WIDTH = Utilities.millimetersToPoints(90);
    private static final float HEIGHT = Utilities.millimetersToPoints(54);
    private static final float TOP = Utilities.millimetersToPoints(13);
    private static final float PADDING = 12;
    private static final int LONGEST = 60;

    private final ParticipantList list;

    BadgeSheet(ParticipantList list) {
        this.list = list;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        float side = (PageSize.A4.getWidth() - BESIDE * WIDTH) / 2;
        Document document = new Document(PageSize.A4, side, side, TOP, TOP);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.addTitle("Badges: " + list.title());
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("nl"));
        PdfPTable table = new PdfPTable(BESIDE);
        table.setTotalWidth(BESIDE * WIDTH);
        table.setLockedWidth(true);
        for (Participant each : list.confirmed()) {
            table.addCell(badge(each));
        }
        if (list.confirmed().isEmpty()) {
            table.addCell(cell());
        }
        table.completeRow();
        document.add(table);
        document.close();
        return out.toByteArray();
    }

    private PdfPCell badge(Participant each) {
        PdfPCell cell = cell();
        cell.addElement(line(each.name(), PdfFonts.bold(18), 6));
        cell.addElement(line(each.workplace(), PdfFonts.regular(11), 10));
        cell.addElement(line(list.title(), PdfFonts.bold(10), 2));
        cell.addElement(line(DAY.format(list.startsAt()), PdfFonts.regular(10), 0));
        return cell;
    }

    private static PdfPCell cell() {
        PdfPCell cell = new PdfPCell();
        cell.setFixedHeight(HEIGHT);
        cell.setPadding(PADDING);
        cell.setBorder(Rectangle.BOX);
        cell.setBorderWidth(0.25f);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    private static Paragraph line(String text, Font font, float after) {
        String shown = text == null ? "" : text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        Paragraph line = new Paragraph(shown, font);
        line.setSpacingAfter(after);
        return line;
    }
}
