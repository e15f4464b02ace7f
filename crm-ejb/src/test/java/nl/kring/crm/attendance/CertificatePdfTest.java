package nl.kring.crm.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.lowagie.text.Document;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.attendance.letterhead.ALetterhead;
import nl.kring.crm.attendance.letterhead.Letterhead;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class CertificatePdfTest {

    private static final int SHARPNESS = 150;

    private final Certificate certificate = certificate(
            "Żaneta Şahin-Wiśniewska",
            List.of(new CertificatePoints(
                    "RGS", "RGS huisartsen", SchemeUnit.POINT, null, new BigDecimal("6.0"), "ID-448812")));

    @BeforeAll
    static void read_pdfs() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void a_certificate_can_be_kept_it_is_a_pdf_a_2b() throws Exception {
        assertThat(broken(pdf(certificate))).isEmpty();
        assertThat(broken(pdf(certificate("Anna <&> Aalders", List.of())))).isEmpty();
    }

    @Test
    void with_a_logo_a_signature_and_numbers_it_still_is() throws Exception {
        Letterhead letterhead = ALetterhead.with(picture("png"), "Boerhaavelaan 1, Hengelo", "Tot ziens");
        byte[] pdf = new CertificatePdf(
                        certificate, letterhead, Map.of("RGS", "39000000101"), "https://kring.example.nl")
                .bytes();
        assertThat(broken(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains("Boerhaavelaan 1, Hengelo")
                .contains("Tot ziens")
                .contains("39000000101")
                .contains("ID-448812");
    }

    @Test
    void of_points_in_more_than_one_category_it_says_how_many_in_each() throws Exception {
        Certificate several = certificate(
                "Anna Aalders",
                List.of(
                        new CertificatePoints(
                                "RGS", "RGS huisartsen", SchemeUnit.HOUR, "ACCREDITED", new BigDecimal("3")),
                        new CertificatePoints(
                                "RGS", "RGS huisartsen", SchemeUnit.HOUR, "PEER_REVIEW", new BigDecimal("0.5"))));
        assertThat(broken(pdf(several))).isEmpty();
        assertThat(textOf(several))
                .contains("Geaccrediteerde nascholing", "3,0 uur", "Intercollegiale toetsing en reflectie", "0,5 uur");
    }

    @Test
    void revoked_and_replaced_ones_are_kept_in_the_same_way() throws Exception {
        Certificate other = certificate("Anna Aalders", List.of());
        certificate.giveWay(Instant.parse("2026-04-02T10:00:00Z"));
        certificate.isReplacedBy(other);
        assertThat(broken(pdf(certificate))).isEmpty();
        assertThat(textOf(certificate)).contains("VERVANGEN op 2 april 2026").contains(other.getCode());
    }

    /** The negative control: what is written without care is found out. */
    @Test
    void an_ordinary_pdf_is_none_and_is_told_so() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document();
        PdfWriter.getInstance(document, out);
        document.open();
        document.add(new Paragraph("Bewijs van deelname"));
        document.close();
        assertThat(broken(out.toByteArray())).isNotEmpty();
    }

    @Test
    void who_was_there_for_some_of_it_reads_that_on_the_paper() throws Exception {
        Certificate some = certificate(
                "Anna Aalders", new CertificateWorth(List.of(), true, "A.B.", "online", "P. Jansen", "voorzitter"));
        assertThat(textOf(some))
                .contains("gedeeltelijk heeft deelgenomen")
                .contains("Voorletters: A.B.")
                .contains(", online.")
                .contains("P. Jansen")
                .contains("voorzitter")
                .doesNotContain("begin tot eind");
    }

    @Test
    void the_paper_says_who_took_part_in_what_and_what_it_is_worth() throws Exception {
        String text = textOf(certificate);
        assertThat(text)
                .contains("Bewijs van deelname")
                .contains("Żaneta Şahin-Wiśniewska")
                .contains("Diëten bij COPD")
                .contains("WDH Twente")
                .contains("op 11 maart 2026, van 19.00 tot 22.00 uur")
                .contains("RGS huisartsen")
                .contains("6,0 punten")
                .contains("ID-448812")
                .contains("in De Schakel, Almelo")
                .contains(certificate.getCode())
                .doesNotContain("INGETROKKEN");
    }

    @Test
    void a_course_without_points_says_so() throws Exception {
        assertThat(textOf(certificate("Anna Aalders", List.of()))).contains("geen accreditatiepunten");
    }

    @Test
    void a_revoked_certificate_carries_it_on_the_paper() throws Exception {
        certificate.revoke("Vertrok in de pauze", Instant.parse("2026-04-01T10:00:00Z"));
        assertThat(textOf(certificate)).contains("INGETROKKEN op 1 april 2026").doesNotContain("pauze");
    }

    @Test
    void the_file_knows_its_language_and_title_and_is_one_sheet_of_a4() throws Exception {
        try (PdfReader reader = new PdfReader(pdf(certificate))) {
            assertThat(reader.getCatalog().getAsString(PdfName.LANG).toUnicodeString())
                    .isEqualTo("nl");
            assertThat(reader.getInfo().get("Title")).isEqualTo("Bewijs van deelname: Diëten bij COPD");
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            assertThat(Math.round(reader.getPageSize(1).getHeight())).isEqualTo(842);
        }
    }

    @RepeatedTest(5)
    void the_qr_code_as_somebody_sees_it_leads_to_the_page_that_verifies_it() throws Exception {
        assertThat(scanned(pdf(certificate)))
                .isEqualTo(
                        "https://kring.example.nl/attendance/verify-certificate.xhtml?code=" + certificate.getCode());
    }

    private static byte[] pdf(Certificate certificate) {
        return new CertificatePdf(certificate, null, Map.of(), "https://kring.example.nl").bytes();
    }

    private static String textOf(Certificate certificate) throws IOException {
        return text(pdf(certificate));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    /** The rules of PDF/A-2b that a file breaks, each with why. */
    private static Set<String> broken(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            Set<String> broken = result.getTestAssertions().stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .map(each -> each.getRuleId().getClause() + ": " + each.getMessage())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(result.isCompliant()).as(broken.toString()).isEqualTo(broken.isEmpty());
            return broken;
        }
    }

    /** The page as a picture, read as a telephone reads it. */
    private static String scanned(byte[] pdf) throws Exception {
        BufferedImage page;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            page = new PDFRenderer(document).renderImageWithDPI(0, SHARPNESS);
        }
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    static byte[] picture(String kind) {
        BufferedImage picture = new BufferedImage(300, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillOval(10, 10, 280, 100);
        brush.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, kind, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Certificate certificate(String name, List<CertificatePoints> points) {
        return certificate(name, new CertificateWorth(points, false, null, "De Schakel, Almelo", null, null));
    }

    private static Certificate certificate(String name, CertificateWorth worth) {
        SessionHeld evening = new SessionHeld(
                5L,
                UUID.randomUUID(),
                1,
                null,
                Instant.parse("2026-03-11T18:00:00Z"),
                Instant.parse("2026-03-11T21:00:00Z"));
        EditionHeld edition = new EditionHeld(
                4L,
                UUID.randomUUID(),
                EditionState.OPEN,
                "Almelo",
                3L,
                "Diëten bij COPD",
                6L,
                Set.of(),
                "WDH Twente",
                List.of(evening));
        Participant participant = new Participant(
                1L, UUID.randomUUID(), 2L, name, null, "a@example.nl", CertificateState.NONE, null, Map.of());
        return new Certificate(edition, participant, worth, null, Instant.parse("2026-03-12T08:00:00Z"));
    }
}
