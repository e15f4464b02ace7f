package nl.kring.crm.attendance;

import com.google.zxing.common.BitMatrix;
import com.lowagie.text.Anchor;
import com.lowagie.text.BadElementException;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.platform.PdfFonts;
import nl.kring.crm.platform.SystemClock;

/** One certificate on one sheet of A4, in Dutch, as the quality registers of the professions expect it. */
final class CertificatePdf {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH).withZone(SystemClock.AMSTERDAM);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH.mm", DUTCH).withZone(SystemClock.AMSTERDAM);
    private static final float MARGIN = 64;
    private static final float QR_SIZE = 128;

    private final Certificate certificate;
    private final String verifyAddress;

    CertificatePdf(Certificate certificate, String baseUrl) {
        this.certificate = certificate;
        this.verifyAddress = baseUrl + "/attendance/verify-certificate.xhtml";
    }

    /** What the QR code leads to. */
    String address() {
        return verifyAddress + "?code=" + certificate.getCode();
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.addTitle("Bewijs van deelname: " + certificate.getCourseTitle());
        document.addAuthor(certificate.getOrganiserName());
        document.addSubject("Controlecode " + certificate.getCode());
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("nl"));
        write(document, writer);
        document.close();
        return out.toByteArray();
    }

    private void write(Document document, PdfWriter writer) {
        document.add(line(certificate.getOrganiserName(), PdfFonts.regular(12), 28));
        if (certificate.isRevoked()) {
            document.add(line(
                    "INGETROKKEN op " + DAY.format(certificate.getRevokedAt()) + ": dit bewijs geldt niet meer",
                    PdfFonts.bold(14),
                    20));
        }
        document.add(line("Bewijs van deelname", PdfFonts.bold(28), 36));
        document.add(line("Hierbij verklaren wij dat", PdfFonts.regular(12), 8));
        document.add(line(certificate.getPersonName(), PdfFonts.bold(20), 16));
        document.add(line("van begin tot eind heeft deelgenomen aan", PdfFonts.regular(12), 8));
        document.add(line(certificate.getCourseTitle(), PdfFonts.bold(16), 16));
        document.add(line("gehouden " + held(certificate.getHeldFrom(), certificate.getHeldTo()) + ".", regular(), 28));
        if (certificate.getPoints().isEmpty()) {
            document.add(line("Voor deze nascholing zijn geen accreditatiepunten toegekend.", regular(), 28));
        } else {
            document.add(points());
        }
        document.add(verification(writer));
    }

    private PdfPTable points() {
        PdfPTable table = new PdfPTable(new float[] {4, 1});
        table.setWidthPercentage(100);
        table.setSpacingAfter(28);
        table.setHeaderRows(1);
        table.addCell(cell("Kwaliteitsregister", PdfFonts.bold(11), Element.ALIGN_LEFT));
        table.addCell(cell("Accreditatie", PdfFonts.bold(11), Element.ALIGN_RIGHT));
        DecimalFormat number = new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(DUTCH));
        for (CertificatePoints one : certificate.getPoints()) {
            table.addCell(cell(one.schemeName(), PdfFonts.regular(11), Element.ALIGN_LEFT));
            table.addCell(cell(
                    number.format(one.points()) + (one.unit() == SchemeUnit.HOUR ? " uur" : " punten"),
                    PdfFonts.regular(11),
                    Element.ALIGN_RIGHT));
        }
        return table;
    }

    private PdfPTable verification(PdfWriter writer) {
        PdfPTable table = new PdfPTable(new float[] {2, 1});
        table.setWidthPercentage(100);
        table.setKeepTogether(true);
        PdfPCell words = new PdfPCell();
        words.setBorder(Rectangle.NO_BORDER);
        words.addElement(line("Uitgegeven op " + DAY.format(certificate.getIssuedAt()), regular(), 12));
        words.addElement(line("Controlecode", regular(), 2));
        words.addElement(line(certificate.getCode(), PdfFonts.bold(14), 12));
        words.addElement(line("Controleer of dit bewijs echt is: scan de QR-code, of vul de code in op", regular(), 2));
        Anchor link = new Anchor(verifyAddress, PdfFonts.regular(9));
        link.setReference(address());
        words.addElement(new Paragraph(link));
        table.addCell(words);
        PdfPCell code = new PdfPCell(qrCode(writer), false);
        code.setBorder(Rectangle.NO_BORDER);
        code.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.addCell(code);
        return table;
    }

    /** The cells as drawn rectangles, one for each run of dark ones, so that they stay sharp at any size. */
    private Image qrCode(PdfWriter writer) {
        BitMatrix cells = QrCode.of(address());
        int size = cells.getHeight();
        PdfTemplate drawing = writer.getDirectContent().createTemplate(size, size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int start = x;
                while (x < size && cells.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    drawing.rectangle(start, size - 1f - y, x - start, 1);
                }
            }
        }
        drawing.fill();
        try {
            Image image = Image.getInstance(drawing);
            image.scaleAbsolute(QR_SIZE, QR_SIZE);
            image.setAlt("QR-code naar de controle van dit bewijs");
            return image;
        } catch (BadElementException e) {
            throw new IllegalStateException("The QR code does not fit", e);
        }
    }

    private static String held(Instant from, Instant to) {
        LocalDate first = LocalDate.ofInstant(from, SystemClock.AMSTERDAM);
        LocalDate last = LocalDate.ofInstant(to, SystemClock.AMSTERDAM);
        return first.equals(last)
                ? "op " + DAY.format(from) + ", van " + TIME.format(from) + " tot " + TIME.format(to) + " uur"
                : "van " + DAY.format(from) + " tot en met " + DAY.format(to);
    }

    private static Font regular() {
        return PdfFonts.regular(12);
    }

    private static Paragraph line(String text, Font font, float spaceAfter) {
        Paragraph paragraph = new Paragraph(text, font);
        paragraph.setSpacingAfter(spaceAfter);
        return paragraph;
    }

    private static PdfPCell cell(String text, Font font, int alignment) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setPadding(6);
        cell.setHorizontalAlignment(alignment);
        return cell;
    }
}
