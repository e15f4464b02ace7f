package nl.kring.crm.attendance;

import com.google.zxing.common.BitMatrix;
import com.lowagie.text.BadElementException;
import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.attendance.letterhead.Letterhead;
import nl.kring.crm.platform.KeptPdf;
import nl.kring.crm.platform.PdfFonts;
import nl.kring.crm.platform.SpokenSheet;
import nl.kring.crm.platform.SystemClock;

/**
 * One certificate on one sheet of A4, in Dutch, as the quality registers of the professions expect it; a PDF/A-2b, and a PDF/UA-1 for who
 * listens to it.
 */
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
        PdfWriter writer = KeptPdf.openSpoken(
                document,
                out,
                "nl",
                "Bewijs van deelname: " + certificate.getCourseTitle(),
                certificate.getOrganiserName(),
                certificate.getIssuedAt());
        write(new SpokenSheet(document, writer), document, writer);
        document.close();
        return out.toByteArray();
    }

    private void write(SpokenSheet sheet, Document document, PdfWriter writer) {
        head(sheet, document);
        if (certificate.isRevoked()) {
            line(
                    sheet,
                    "INGETROKKEN op " + DAY.format(certificate.getRevokedAt()) + ": dit bewijs geldt niet meer",
                    PdfFonts.bold(14),
                    16);
        } else if (certificate.isReplaced()) {
            line(
                    sheet,
                    "VERVANGEN op " + DAY.format(certificate.getReplacedAt()) + " door het bewijs met code",
                    PdfFonts.bold(14),
                    2);
            line(sheet, certificate.getReplacedByCode(), PdfFonts.bold(14), 16);
        }
        sheet.text(PdfName.H1, "Bewijs van deelname", PdfFonts.bold(28), 28);
        line(sheet, "Hierbij verklaren wij dat", regular(), 8);
        line(sheet, certificate.getPersonName(), PdfFonts.bold(20), certificate.getInitials() == null ? 16 : 4);
        if (certificate.getInitials() != null) {
            line(sheet, "Voorletters: " + certificate.getInitials(), regular(), 16);
        }
        line(
                sheet,
                certificate.isPartial()
                        ? "gedeeltelijk heeft deelgenomen aan"
                        : "van begin tot eind heeft deelgenomen aan",
                regular(),
                8);
        line(sheet, certificate.getCourseTitle(), PdfFonts.bold(16), 16);
        line(
                sheet,
                "gehouden " + held(certificate.getHeldFrom(), certificate.getHeldTo()) + where() + ".",
                regular(),
                20);
        if (certificate.getPoints().isEmpty()) {
            line(sheet, "Voor deze nascholing zijn geen accreditatiepunten toegekend.", regular(), 20);
        } else {
            sheet.table(new float[] {4, 2, 1.4f}, points(), PdfFonts.bold(11), PdfFonts.regular(11), 20);
        }
        signature(sheet);
        verification(sheet, document, writer);
    }

    /** The organiser beside its logo, or alone. */
    private void head(SpokenSheet sheet, Document document) {
        float begins = sheet.top();
        float ends = begins;
        if (letterhead != null && letterhead.getLogo() != null) {
            Image logo = logo(letterhead.getLogo());
            sheet.picture(logo, "Logo van " + certificate.getOrganiserName(), document.left());
            ends = begins - logo.getScaledHeight();
            sheet.between(document.left() + (document.right() - document.left()) * 2 / 5, document.right());
        }
        line(sheet, certificate.getOrganiserName(), PdfFonts.bold(12), 2);
        if (letterhead != null && letterhead.getAddressLine() != null) {
            line(sheet, letterhead.getAddressLine(), PdfFonts.regular(9), 0);
        }
        sheet.between(document.left(), document.right());
        sheet.from(Math.min(ends, sheet.top()) - 28);
    }

    private static Image logo(byte[] png) {
        try {
            Image logo = Image.getInstance(png);
            logo.scaleToFit(LOGO_WIDTH, LOGO_HEIGHT);
            return logo;
        } catch (BadElementException | IOException e) {
            throw new IllegalStateException("The logo was painted by ourselves", e);
        }
    }

    private List<List<String>> points() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Kwaliteitsregister", "Accreditatienummer", "Accreditatie"));
        DecimalFormat number = new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(DUTCH));
        for (CertificatePoints one : certificate.getPoints()) {
            String own = numbers.get(one.schemeCode());
            String register = one.category() == null
                    ? one.schemeName()
                    : one.schemeName() + "\n" + CategoryWords.of(one.category());
            rows.add(List.of(
                    own == null ? register : register + "\nuw nummer: " + own,
                    one.accreditationNumber() == null ? "" : one.accreditationNumber(),
                    number.format(one.points()) + (one.unit() == SchemeUnit.HOUR ? " uur" : " punten")));
        }
        return rows;
    }

    private void signature(SpokenSheet sheet) {
        if (letterhead != null && letterhead.getClosingText() != null) {
            line(sheet, letterhead.getClosingText(), regular(), 12);
        }
        if (certificate.getSignatoryName() != null) {
            line(sheet, certificate.getSignatoryName(), PdfFonts.bold(12), 2);
            if (certificate.getSignatoryFunction() != null) {
                line(sheet, certificate.getSignatoryFunction(), regular(), 2);
            }
            line(sheet, certificate.getOrganiserName(), regular(), 16);
        }
    }

    private void verification(SpokenSheet sheet, Document document, PdfWriter writer) {
        sheet.keep(QR_SIZE + 32);
        sheet.picture(qrCode(writer), "QR-code naar de controle van dit bewijs", document.right() - QR_SIZE);
        sheet.between(document.left(), document.right() - QR_SIZE - 16);
        line(sheet, "Uitgegeven op " + DAY.format(certificate.getIssuedAt()), regular(), 12);
        line(sheet, "Controlecode", regular(), 2);
        line(sheet, certificate.getCode(), PdfFonts.bold(14), 12);
        line(sheet, "Controleer of dit bewijs echt is: scan de QR-code, of vul de code in op", regular(), 2);
        sheet.link(verifyAddress, address(), "Controleer dit bewijs op " + verifyAddress, PdfFonts.regular(9));
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

    private static void line(SpokenSheet sheet, String text, Font font, float after) {
        sheet.text(PdfName.P, text, font, after);
    }
}
