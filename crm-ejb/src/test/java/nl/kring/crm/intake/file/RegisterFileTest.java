package nl.kring.crm.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.rzymek.opczip.OpcOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.kring.crm.platform.RowFile;
import nl.kring.crm.platform.XlsxExport;
import org.junit.jupiter.api.Test;

/** Files as they come: read by what they are, or refused in one clear way. */
class RegisterFileTest {

    private static final FileFormat FORMAT = new FileFormat(null, null, null, null, "Nr", List.of("Naam"));

    private static final String HEADERS =
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nr</v></c><c r=\"B1\" t=\"str\"><v>Naam</v></c></row>";

    @Test
    void separator_encoding_and_quotes_are_found_out() {
        assertThat(names(text("Nr;Naam\r\n1;\"Jansen; A.\"\r\n"))).containsExactly("Jansen; A.");
        assertThat(names(text("Nr,Naam\n1,\"zei \"\"ja\"\"\"\n"))).containsExactly("zei \"ja\"");
        assertThat(names(text("Nr\tNaam\n1\tJansen\n"))).containsExactly("Jansen");
        assertThat(names("Nr;Naam\r\n1;Löwik\r\n".getBytes(Charset.forName("windows-1252"))))
                .containsExactly("Löwik");
        assertThat(names(text("\uFEFFNr;Naam\r\n1;Şahin\r\n"))).containsExactly("Şahin");
    }

    @Test
    void rows_are_counted_as_a_spreadsheet_does_and_blank_ones_are_passed_over() {
        RegisterFile file = RegisterFile.open(text("Ledenlijst\n\nNr;Naam\n;\n1;Jansen\n"), FORMAT);
        assertThat(file.rows()).extracting(RawRow::number).containsExactly(5);
    }

    @Test
    void an_empty_file_is_refused() {
        refused(new byte[0], "file-empty");
        refused(text("\n\n"), "file-empty");
    }

    @Test
    void a_file_with_nothing_below_its_headers_is_refused() {
        refused(text("Nr;Naam\r\n"), "file-no-rows");
    }

    @Test
    void a_file_in_an_unreadable_encoding_is_refused() {
        refused("Nr;Naam\r\n1;Jansen\r\n".getBytes(StandardCharsets.UTF_16), "file-encoding");
        refused("Nr;Naam\r\n1;Jansen\r\n".getBytes(StandardCharsets.UTF_16LE), "file-encoding");
        refused(new byte[] {'N', 'r', ';', (byte) 0x81, '\n'}, "file-encoding");
    }

    @Test
    void a_pdf_with_another_name_is_refused_as_a_pdf() {
        refused("%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII), "file-type", "PDF");
        refused(text("<html><body>Nr;Naam</body></html>"), "file-type", "HTML");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "file-old-workbook");
    }

    @Test
    void a_missing_column_is_named() {
        refused(text("Nr;Achternaam\r\n1;Jansen\r\n"), "file-column-missing", "Naam");
        refused(text("een;twee\r\n1;Jansen\r\n"), "file-column-missing", "Nr, Naam");
        refused(text("Nr;Naam;naam\r\n1;Jansen;x\r\n"), "file-column-twice", "Naam, naam");
    }

    @Test
    void quotes_that_do_not_close_and_absurd_lines_are_refused() {
        refused(text("Nr;Naam\r\n1;\"Jansen\r\n2;Bakker\r\n"), "file-quotes", "2");
        refused(text("Nr;Naam\r\n1;" + "x".repeat(1_000_001)), "file-line-too-long", "2");
    }

    @Test
    void signs_that_no_text_has_are_refused_where_they_stand() {
        refused(text("Nr;Naam\r\n1;Jan\0sen\r\n"), "file-encoding");
        refused(text("Nr;Naam\r\n1;Jansen\r\n2;Bak\u0007ker\r\n"), "file-not-text", "3");
    }

    @Test
    void a_byte_order_mark_goes_before_what_the_register_says_of_its_encoding() {
        FileFormat western = new FileFormat(null, null, null, "windows-1252", "Nr", List.of("Naam"));
        assertThat(RegisterFile.open(text("\uFEFFNr;Naam\r\n1;Löwik\r\n"), western)
                        .rows())
                .extracting(row -> row.cell(1))
                .containsExactly("Löwik");
    }

    @Test
    void a_cell_of_millions_of_letters_is_refused_with_its_place() throws IOException {
        String lines = ("x".repeat(99) + "\n").repeat(100_000);
        refused(text("Nr;Naam\r\n1;" + "x".repeat(10_000_000) + "\r\n"), "file-line-too-long", "2");
        refused(text("Nr;Naam\r\n1;\"" + lines + "\"\r\n"), "file-cell-too-long", "2", "2", "32767");
        refused(
                sheet(HEADERS + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>" + "x".repeat(40_000)
                        + "</t></is></c></row>"),
                "file-cell-too-long",
                "2",
                "1",
                "32767");
    }

    @Test
    void rows_are_read_as_they_are_asked_for() {
        byte[] content = text("Nr;Naam\r\n" + "1;Jansen\r\n".repeat(100_000) + "2;\"Bakker\r\n");
        RegisterFile file = RegisterFile.open(content, FORMAT);
        Iterator<RawRow> rows = file.rows().iterator();
        for (int row = 0; row < 100_000; row++) {
            rows.next();
        }

        assertThat(file.rowsAbout()).isBetween(100_000, 100_005);
        assertThatThrownBy(rows::hasNext).isInstanceOf(FileRefusedException.class);
        refused(content, "file-quotes", "100002");
    }

    @Test
    void a_workbook_with_a_password_is_told_from_an_old_one() {
        byte[] container = new byte[4096];
        byte[] begins = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        System.arraycopy(begins, 0, container, 0, begins.length);
        refused(container, "file-old-workbook");
        byte[] packed = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(packed, 0, container, 2048, packed.length);
        refused(container, "file-workbook-locked");
    }

    @Test
    void a_formula_is_what_it_was_when_the_workbook_was_kept() throws IOException {
        FileFormat format = new FileFormat(null, null, null, null, "Nr", List.of());
        RegisterFile file = RegisterFile.open(
                sheet(HEADERS
                        + "<row r=\"2\"><c r=\"A2\"><f>40+2</f><v>42</v></c>"
                        + "<c r=\"B2\" t=\"str\"><f>WEBSERVICE(\"http://localhost\")</f><v>Jansen</v></c></row>"),
                format);
        assertThat(file.rows()).extracting(RawRow::cells).containsExactly(List.of("42", "Jansen"));
    }

    @Test
    void a_truncated_workbook_is_refused_wherever_it_was_cut() throws IOException {
        byte[] whole = workbook();
        for (int length : new int[] {10, 200, whole.length / 2, whole.length - 30}) {
            refused(Arrays.copyOf(whole, length), "file-workbook-broken");
        }
    }

    @Test
    void another_archive_is_no_workbook() throws IOException {
        refused(archive("readme.txt", new byte[] {'x'}), "file-type", "ZIP");
    }

    @Test
    void a_workbook_that_unpacks_beyond_measure_is_refused() throws IOException {
        refused(archive("xl/worksheets/sheet1.xml", new byte[201 * 1024 * 1024]), "file-unpacks-too-large");
    }

    /** The same packed as our own lists are packed: what it will be unpacked to stands at the end alone. */
    @Test
    void a_bomb_packed_as_our_own_lists_are_is_refused_as_well() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OpcOutputStream zip = new OpcOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[201 * 1024 * 1024]);
            zip.closeEntry();
        }
        refused(bytes.toByteArray(), "file-unpacks-too-large");
    }

    @Test
    void a_list_that_left_as_a_spreadsheet_can_come_back_as_a_register() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RowFile list = XlsxExport.to(bytes, "deelnemers")) {
            list.row(List.of("Lidnr", "Naam"));
            for (int i = 1; i <= 1_200; i++) {
                list.row(List.of("0" + i, "Persoon " + i));
            }
        }
        RegisterFile file =
                RegisterFile.open(bytes.toByteArray(), new FileFormat(null, null, null, null, "Lidnr", List.of()));
        assertThat(file.headers()).containsExactly("Lidnr", "Naam");
        assertThat(file.rows()).hasSize(1_200);
        assertThat(file.rows().iterator().next().cells()).containsExactly("01", "Persoon 1");
    }

    @Test
    void a_workbook_with_a_document_type_is_refused() throws IOException {
        refused(
                archive("xl/workbook.xml", text("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")),
                "file-workbook-broken");
    }

    @Test
    void a_document_type_behind_a_long_remark_is_found_too() throws IOException {
        refused(
                archive(
                        "xl/worksheets/sheet1.xml",
                        text("<!--" + "x".repeat(200_000)
                                + "--><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")),
                "file-workbook-broken");
    }

    @Test
    void a_cell_in_a_column_that_cannot_be_is_refused_before_room_is_made_for_it() throws IOException {
        for (String far : List.of(" r=\"ZZZZZZ2\"", " r = 'AAAA2'", " r=\"&#65;A2\"", " a=\" r=\" r=\"ZZZZZZ2\"")) {
            refused(sheet("<row r=\"2\"><c" + far + "><v>1</v></c></row>"), "file-workbook-broken");
        }
        refused(sheet("<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>"), "file-too-many", "500", "1200000");
    }

    @Test
    void a_workbook_whose_numbers_or_references_make_no_sense_is_refused() throws IOException {
        for (String nonsense : List.of(
                "<row r=\"x\"><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"99999999999\"><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"??\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"other\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>x</v></c></row>",
                "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"5\"/><v>1</v></c></row>")) {
            refused(sheet(nonsense), "file-workbook-broken");
        }
    }

    @Test
    void a_number_with_millions_of_digits_is_not_written_out() throws IOException {
        FileFormat format = new FileFormat(null, null, null, null, "Nr", List.of());
        for (String number : List.of("1E99999999", "1E-999999999")) {
            RegisterFile file = RegisterFile.open(
                    sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nr</v></c></row>" + "<row r=\"2\"><c r=\"A2\"><v>"
                            + number + "</v></c></row>"),
                    format);
            assertThat(file.rows().iterator().next().cell(0)).isEqualTo(number);
        }
    }

    @Test
    void a_number_in_a_workbook_keeps_its_digits() throws IOException {
        RegisterFile file =
                RegisterFile.open(workbook(), new FileFormat("Leden", null, null, null, "Lidnr", List.of("BIG nr")));
        int big = RegisterFile.indexOf(file.headers(), "BIG nr");
        assertThat(file.rows()).hasSize(1045);
        assertThat(file.rows()).anyMatch(row -> row.cell(big).equals("59735926203"));
        assertThatThrownBy(() ->
                        RegisterFile.open(workbook(), new FileFormat("Anders", null, null, null, "Lidnr", List.of())))
                .isInstanceOfSatisfying(
                        FileRefusedException.class, no -> assertThat(no.code()).isEqualTo("file-sheet-missing"));
    }

    private static List<String> names(byte[] content) {
        List<String> names = new ArrayList<>();
        RegisterFile.open(content, FORMAT).rows().forEach(row -> names.add(row.cell(1)));
        return names;
    }

    private static void refused(byte[] content, String code, String... arguments) {
        assertThatThrownBy(() -> RegisterFile.open(content, FORMAT).check())
                .isInstanceOfSatisfying(FileRefusedException.class, no -> {
                    assertThat(no.code()).isEqualTo(code);
                    if (arguments.length > 0) {
                        assertThat(no.arguments()).containsExactly(arguments);
                    }
                });
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The smallest workbook with these rows. */
    private static byte[] sheet(String rows) throws IOException {
        String spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='" + packages + "content-types'>"
                            + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.sheet.main+xml'/></Types>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='" + spreadsheet + "' xmlns:r='" + office + "'>"
                            + "<sheets><sheet name='Leden' sheetId='1' r:id='rId1'/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='" + packages + "relationships'>"
                            + "<Relationship Id='rId1' Type='" + office + "/worksheet' Target='worksheets/sheet1.xml'/>"
                            + "</Relationships>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns='" + spreadsheet + "'><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static byte[] workbook() throws IOException {
        try (InputStream in = RegisterFileTest.class.getResourceAsStream("/demo/registers/FEA_ledenlijst.xlsx")) {
            return in.readAllBytes();
        }
    }

    private static byte[] archive(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
