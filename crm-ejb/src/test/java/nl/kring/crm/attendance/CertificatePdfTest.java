package nl.kring.crm.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.agenda.EditionState;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CertificatePdfTest {

    private static final int PIXELS = 8;

    private final Certificate certificate = certificate(
            "Żaneta Şahin-Wiśniewska",
            List.of(new CertificatePoints("RGS", "RGS huisartsen", SchemeUnit.POINT, new BigDecimal("6.0"))));

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

    @RepeatedTest(20)
    void the_qr_code_as_drawn_leads_to_the_page_that_verifies_it() throws Exception {
        try (PdfReader reader = new PdfReader(pdf(certificate))) {
            assertThat(decoded(drawing(reader)))
                    .isEqualTo("https://kring.example.nl/attendance/verify-certificate.xhtml?code="
                            + certificate.getCode());
        }
    }

    private static byte[] pdf(Certificate certificate) {
        return new CertificatePdf(certificate, "https://kring.example.nl").bytes();
    }

    private static String textOf(Certificate certificate) throws Exception {
        try (PdfReader reader = new PdfReader(pdf(certificate))) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    /** The form that the QR code is drawn in. */
    private static PRStream drawing(PdfReader reader) {
        PdfDictionary forms = reader.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.XOBJECT);
        assertThat(forms.getKeys()).hasSize(1);
        return (PRStream)
                PdfReader.getPdfObject(forms.get(forms.getKeys().iterator().next()));
    }

    /** Paints the rectangles of the drawing and reads the picture as a scanner would. */
    private static String decoded(PRStream drawing) throws Exception {
        int side = Math.round(drawing.getAsArray(PdfName.BBOX).getAsNumber(2).floatValue()) * PIXELS;
        int[] picture = new int[side * side];
        Arrays.fill(picture, 0xFFFFFF);
        Matcher rectangle = Pattern.compile("([\\d.]+) ([\\d.]+) ([\\d.]+) ([\\d.]+) re")
                .matcher(new String(PdfReader.getStreamBytes(drawing), StandardCharsets.ISO_8859_1));
        while (rectangle.find()) {
            int left = pixel(rectangle.group(1));
            int bottom = side - pixel(rectangle.group(2));
            for (int y = bottom - pixel(rectangle.group(4)); y < bottom; y++) {
                Arrays.fill(picture, y * side + left, y * side + left + pixel(rectangle.group(3)), 0);
            }
        }
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, picture))),
                        // a drawing is upright and clean: no search for a code in a photograph
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    private static int pixel(String cells) {
        return Math.round(Float.parseFloat(cells) * PIXELS);
    }

    private static Certificate certificate(String name, List<CertificatePoints> points) {
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
        return new Certificate(edition, participant, points, null, Instant.parse("2026-03-12T08:00:00Z"));
    }
}
