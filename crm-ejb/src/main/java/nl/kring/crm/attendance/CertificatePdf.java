package nl.kring.crm.attendance;

import com.google.zxing.common.BitMatrix;
import com.lowagie.text.BadElementException;
import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.attendance.letterhead.Letterhead;
import nl.kring.crm.platform.KeptPdf;
import nl.kring.crm.platform.PdfFonts;
import nl.kring.crm.platform.SystemClock;

/** One certificate on one sheet of A4, in Dutch, as the quality registers of the professions expect it; a PDF/A-2b. */
final class CertificatePdf {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH).withZone(SystemClock.AMSTERDAM);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH.mm", DUTCH).withZone(SystemClock.AMSTERDAM);
    private static final float MARGIN = 64;
    private static final float QR_SIZE = 128;
    private static final float LOGO_WIDTH = 170;
    private static final float LOGO_HEIGHT = 70;

    private final Certificate certificate;
    private final Letterhead letterhead;
    private final Map<String, String> numbers;
    private final String verifyAddress;

    /**
     * @param letterhead of the organiser; null for none
     * @param numbers the holder's number in each register, where they are wanted
     */
    CertificatePdf(Certificate certificate, Letterhead letterhead, Map<String, String> numbers, String baseUrl) {
        this.certificate = certificate;
        this.letterhead = letterhead;
        this.numbers = numbers;
        this.verifyAddress = baseUrl + "/attendance/verify-certificate.xhtml";
    }

    /** What the QR code leads to. */
    String address() {
        return verifyAddress + "?code=" + certificate.getCode();
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        document.addSubject("Controlecode " + certificate.getCode());
        PdfWriter writer = KeptPdf.open(
                document,
                out,
                "nl",
                "Bewijs van deelname: " + certificate.getCourseTitle(),
                certificate.getOrganiserName(),
                certificate.getIssuedAt());
        write(document, writer);
        document.close();
        return out.toByteArray();
    }

    private void write(Document document, PdfWriter writer) {
        document.add(head());
        if (certificate.isRevoked()) {
            document.add(line(
                    "INGETROKKEN op " + DAY.format(certificate.getRevokedAt()) + ": dit bewijs geldt niet meer",
                    PdfFonts.bold(14),
                    16));
        } else if (certificate.isReplaced()) {
            document.add(line(
                    "VERVANGEN op " + DAY.format(certificate.getReplacedAt()) + " door het bewijs met code",
                    PdfFonts.bold(14),
                    2));
            document.add(line(certificate.getReplacedByCode(), PdfFonts.bold(14), 16));
        }
        document.add(line("Bewijs van deelname", PdfFonts.bold(28), 28));
        document.add(line("Hierbij verklaren wij dat", regular(), 8));
        document.add(line(certificate.getPersonName(), PdfFonts.bold(20), certificate.getInitials() == null ? 16 : 4));
        if (certificate.getInitials() != null) {
            document.add(line("Voorletters: " + certificate.getInitials(), regular(), 16));
        }
        document.add(line(
                certificate.isPartial()
                        ? "gedeeltelijk heeft deelgenomen aan"
                        : "van begin tot eind heeft deelgenomen aan",
                regular(),
                8));
        document.add(line(certificate.getCourseTitle(), PdfFonts.bold(16), 16));
        document.add(line(
                "gehouden " + held(certificate.getHeldFrom(), certificate.getHeldTo()) + where() + ".", regular(), 20));
        if (certificate.getPoints().isEmpty()) {
            document.add(line("Voor deze nascholing zijn geen accreditatiepunten toegekend.", regular(), 20));
        } else {
            document.add(points());
        }
        signature(document);
        document.add(verification(writer));
    }

    /** The organiser beside its logo, or alone. */
    private PdfPTable head() {
        PdfPCell words = new PdfPCell();
        words.setBorder(Rectangle.NO_BORDER);
        words.addElement(line(certificate.getOrganiserName(), PdfFonts.bold(12), 2));
        if (letterhead != null && letterhead.getAddressLine() != null) {
            words.addElement(line(letterhead.getAddressLine(), PdfFonts.regular(9), 0));
        }
        boolean pictured = letterhead != null && letterhead.getLogo() != null;
        PdfPTable head = new PdfPTable(pictured ? new float[] {2, 3} : new float[] {1});
        head.setWidthPercentage(100);
        head.setSpacingAfter(28);
        if (pictured) {
            PdfPCell logo = new PdfPCell(logo(letterhead.getLogo()), false);
            logo.setBorder(Rectangle.NO_BORDER);
            head.addCell(logo);
        }
        head.addCell(words);
        return head;
    }

    private Image logo(byte[] png) {
        try {
            Image logo = Image.getInstance(png);
            logo.scaleToFit(LOGO_WIDTH, LOGO_HEIGHT);
            logo.setAlt("Logo van " + certificate.getOrganiserName());
            return logo;
        } catch (BadElementException | IOException e) {
            throw new IllegalStateException("The logo was painted by ourselves", e);
        }
    }

    private PdfPTable points() {
        PdfPTable table = new PdfPTable(new float[] {4, 2, 1.4f});
        table.setWidthPercentage(100);
        table.setSpacingAfter(20);
        table.setHeaderRows(1);
        table.addCell(cell("Kwaliteitsregister", PdfFonts.bold(11), Element.ALIGN_LEFT));
        table.addCell(cell("Accreditatienummer", PdfFonts.bold(11), Element.ALIGN_LEFT));
        table.addCell(cell("Accreditatie", PdfFonts.bold(11), Element.ALIGN_RIGHT));
        DecimalFormat number = new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(DUTCH));
        for (CertificatePoints one : certificate.getPoints()) {
            String own = numbers.get(one.schemeCode());
            String register = one.category() == null
                    ? one.schemeName()
                    : one.schemeName() + "\n" + CategoryWords.of(one.category());
            table.addCell(cell(
                    own == null ? register : register + "\nuw nummer: " + own,
                    PdfFonts.regular(11),
                    Element.ALIGN_LEFT));
            table.addCell(cell(
                    one.accreditationNumber() == null ? "" : one.accreditationNumber(),
                    PdfFonts.regular(11),
                    Element.ALIGN_LEFT));
            table.addCell(cell(
                    number.format(one.points()) + (one.unit() == SchemeUnit.HOUR ? " uur" : " punten"),
                    PdfFonts.regular(11),
                    Element.ALIGN_RIGHT));
        }
        return table;
    }

    private void signature(Document document) {
        if (letterhead != null && letterhead.getClosingText() != null) {
            document.add(line(letterhead.getClosingText(), regular(), 12));
        }
        if (certificate.getSignatoryName() != null) {
            document.add(line(certificate.getSignatoryName(), PdfFonts.bold(12), 2));
            if (certificate.getSignatoryFunction() != null) {
                document.add(line(certificate.getSignatoryFunction(), regular(), 2));
            }
            document.add(line(certificate.getOrganiserName(), regular(), 16));
        }
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
        Chunk link = new Chunk(verifyAddress, PdfFonts.regular(9));
        link.setAnnotation(linkTo(address(), writer));
        words.addElement(new Paragraph(link));
        table.addCell(words);
        PdfPCell code = new PdfPCell(qrCode(writer), false);
        code.setBorder(Rectangle.NO_BORDER);
        code.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.addCell(code);
        return table;
    }

    /** A link that is printed along, as what is kept must be. */
    private static PdfAnnotation linkTo(String address, PdfWriter writer) {
        PdfAnnotation link = new PdfAnnotation(writer, 0, 0, 0, 0, new PdfAction(address));
        link.setFlags(PdfAnnotation.FLAGS_PRINT);
        return link;
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

    private String where() {
        if (certificate.getHeldAt() == null) {
            return "";
        }
        return certificate.getHeldAt().equals("online") ? ", online" : ", in " + certificate.getHeldAt();
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
