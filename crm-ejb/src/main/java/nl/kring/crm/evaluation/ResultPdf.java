package nl.kring.crm.evaluation;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import nl.kring.crm.evaluation.EvaluationResults.QuestionResult;
import nl.kring.crm.platform.KeptPdf;
import nl.kring.crm.platform.PdfFonts;

/** What came of an evaluation on a few sheets of A4, in Dutch, as who accredits wants to see it. */
final class ResultPdf {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final float MARGIN = 56;

    private final EvaluationResults results;

    ResultPdf(EvaluationResults results) {
        this.results = results;
    }

    byte[] bytes(Instant now) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        KeptPdf.open(document, out, "nl", "Evaluatie: " + results.title(), results.organiser(), now);
        document.add(line("Evaluatie", PdfFonts.bold(20), 6));
        document.add(line(results.title(), PdfFonts.bold(14), 4));
        document.add(line(
                results.organiser() + ", " + DAY.format(results.heldOn()) + ". Ingevuld door " + results.answered()
                        + " van " + results.invited() + " deelnemers.",
                PdfFonts.regular(10),
                16));
        document.add(table());
        for (QuestionResult one : results.questions()) {
            if (!one.words().isEmpty()) {
                document.add(line(title(one), PdfFonts.bold(11), 4));
                one.words().forEach(words -> document.add(line("– " + words, PdfFonts.regular(10), 3)));
                document.add(line(" ", PdfFonts.regular(6), 4));
            }
        }
        document.close();
        return out.toByteArray();
    }

    private PdfPTable table() {
        PdfPTable table = new PdfPTable(new float[] {5, 1.2f, 4});
        table.setWidthPercentage(100);
        table.setSpacingAfter(16);
        table.setHeaderRows(1);
        table.addCell(cell("Vraag", PdfFonts.bold(10)));
        table.addCell(cell("Gemiddeld", PdfFonts.bold(10)));
        table.addCell(cell("Antwoorden (aantal)", PdfFonts.bold(10)));
        for (QuestionResult one : results.questions()) {
            if (one.question().kind() != QuestionKind.TEXT) {
                table.addCell(cell(title(one), PdfFonts.regular(10)));
                table.addCell(cell(average(one), PdfFonts.regular(10)));
                table.addCell(cell(
                        one.times().stream()
                                .filter(each -> each.times() > 0)
                                .map(each -> each.label() + ": " + each.times())
                                .collect(Collectors.joining("   ")),
                        PdfFonts.regular(10)));
            }
        }
        return table;
    }

    private static String average(QuestionResult one) {
        return one.average() == null
                ? ""
                : one.average().toPlainString().replace('.', ',')
                        + (one.question().kind() == QuestionKind.MARK ? " / 10" : " / 5");
    }

    private static String title(QuestionResult one) {
        return one.about() == null
                ? one.question().textNl()
                : one.about() + ": " + one.question().textNl();
    }

    private static Paragraph line(String text, Font font, float spaceAfter) {
        Paragraph paragraph = new Paragraph(text, font);
        paragraph.setSpacingAfter(spaceAfter);
        return paragraph;
    }

    private static PdfPCell cell(String text, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setPadding(4);
        return cell;
    }
}
