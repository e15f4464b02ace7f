package nl.kring.crm.dossier;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.kring.crm.accreditation.scheme.CountedLine;
import nl.kring.crm.accreditation.scheme.Result;
import nl.kring.crm.platform.PdfFonts;
import nl.kring.crm.platform.SystemClock;

/** A dossier on paper: what the screen shows, without what can only be clicked. It says on top that it is not the official one. */
final class DossierPdf {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MM-yyyy").withZone(SystemClock.AMSTERDAM);
    private static final float MARGIN = 56;

    private final Dossier dossier;
    private final String name;
    private final DossierWords words;
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);

    DossierPdf(Dossier dossier, String name, DossierWords words) {
        this.dossier = dossier;
        this.name = name;
        this.words = words;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter writer = PdfWriter.getInstance(document, out);
        String title = words.of("dossier.pdf.title") + ": " + dossier.name();
        document.addTitle(title);
        document.addAuthor(name);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(words.of("dossier.pdf.language")));
        line(name, PdfFonts.bold(18), 4);
        line(title, PdfFonts.regular(12), 4);
        line(words.of("dossier.pdf.day", day(dossier.today())), regular(), 4);
        if (dossier.period() != null) {
            line(
                    words.of(
                            "dossier.period",
                            day(dossier.period().from()),
                            day(dossier.period().to())),
                    regular(),
                    4);
        }
        line(words.of("dossier.notice", dossier.keptIn()), PdfFonts.bold(10), 16);
        sums();
        outlook();
        entries();
        planned();
        work();
        document.close();
        return out.toByteArray();
    }

    private void sums() {
        PdfPTable table = table(3, 1);
        row(table, words.of("dossier.earned-here"), counted(dossier.earnedHere()));
        row(table, words.of("dossier.declared"), counted(dossier.declared()));
        row(table, words.of("dossier.imported"), counted(dossier.imported()));
        row(table, words.of("dossier.planned"), counted(dossier.plannedPoints()));
        document.add(table);
    }

    private void outlook() {
        Outlook outlook = dossier.outlook();
        if (outlook == null) {
            line(words.of("dossier.no-total"), regular(), 12);
            return;
        }
        heading(words.of("dossier.outlook"));
        line(
                words.of(
                        "dossier.total-said",
                        day(outlook.total().asOf()),
                        counted(outlook.total().sum()),
                        dossier.keptIn()),
                regular(),
                6);
        PdfPTable table = table(3, 1, 1, 1);
        head(
                table,
                words.of("dossier.what"),
                words.of("dossier.required"),
                words.of("dossier.there"),
                words.of("dossier.missing"));
        for (Result result : outlook.now().results()) {
            row(
                    table,
                    RequirementWords.of(result, words),
                    RequirementWords.asked(result, points(result.required()), words),
                    result.known() ? points(result.achieved()) : words.of("dossier.unknown"),
                    RequirementWords.mayBeShort(result) ? points(result.missing()) : "");
        }
        document.add(table);
    }

    private void entries() {
        heading(words.of("dossier.entries"));
        if (dossier.entries().isEmpty()) {
            line(words.of("dossier.entries.none"), regular(), 12);
            return;
        }
        PdfPTable table = table(2, 5, 3, 2);
        head(
                table,
                words.of("dossier.day"),
                words.of("dossier.what"),
                words.of("dossier.category"),
                words.of("dossier.points"));
        for (DossierEntry entry : dossier.entries()) {
            CountedLine counted = entry.isCut() ? entry.counted() : null;
            String what = entry.credit().title()
                    + (counted == null
                            ? ""
                            : "\n" + words.of("dossier.uncounted", counted(counted.uncounted())) + " "
                                    + words.of("dossier.why." + counted.why()))
                    + (dossier.isWithinTotal(entry.credit().day())
                            ? "\n"
                                    + words.of(
                                            "dossier.in-total",
                                            day(dossier.outlook().total().asOf()))
                            : "");
            row(
                    table,
                    day(entry.credit().day()),
                    what,
                    category(entry.credit().category()),
                    counted(entry.credit().points()));
        }
        document.add(table);
    }

    private void planned() {
        if (dossier.planned().isEmpty()) {
            return;
        }
        heading(words.of("dossier.planned"));
        PdfPTable table = table(2, 5, 3, 2);
        for (PlannedCredit one : dossier.planned()) {
            row(table, day(one.startsAt()), one.title(), category(one.category()), counted(one.points()));
        }
        document.add(table);
    }

    private void work() {
        if (dossier.work().isEmpty()) {
            return;
        }
        heading(words.of("dossier.work"));
        PdfPTable table = table(4, 2, 2);
        for (WorkLine line : dossier.work()) {
            row(
                    table,
                    words.of("values.work-requirement." + line.asked().code()),
                    line.asked().minimum() == null
                            ? ""
                            : RequirementWords.atLeast(
                                    line.asked().unit(), points(line.asked().minimum()), words),
                    line.said() == null ? words.of("dossier.not-said") : said(line));
        }
        document.add(table);
    }

    private String said(WorkLine line) {
        return line.asked().minimum() == null
                ? words.of(line.isEnough() ? "dossier.yes" : "dossier.no")
                : points(line.said());
    }

    private String category(String code) {
        return words.of("values.credit-category." + code);
    }

    private void heading(String text) {
        Paragraph heading = new Paragraph(text, PdfFonts.bold(13));
        heading.setSpacingBefore(12);
        heading.setSpacingAfter(6);
        document.add(heading);
    }

    private void line(String text, Font font, float after) {
        Paragraph paragraph = new Paragraph(text, font);
        paragraph.setSpacingAfter(after);
        document.add(paragraph);
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingAfter(8);
        return table;
    }

    private static void head(PdfPTable table, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            table.addCell(cell(cells[i], PdfFonts.bold(10)));
        }
        table.setHeaderRows(1);
    }

    private static void row(PdfPTable table, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            table.addCell(cell(cells[i], regular()));
        }
    }

    private static PdfPCell cell(String text, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setPadding(4);
        cell.setHorizontalAlignment(Element.ALIGN_LEFT);
        return cell;
    }

    private static Font regular() {
        return PdfFonts.regular(10);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String day(Instant moment) {
        return DAY.format(moment);
    }

    /** With what they are counted in. */
    private String counted(BigDecimal points) {
        return points(points) + " " + words.of("attendance.unit." + dossier.unit());
    }

    private static String points(BigDecimal points) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("nl"))).format(points);
    }
}
