package nl.kring.crm.intake.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook (XLSX), read row by row; numbers keep all their digits. */
final class Workbook implements Iterable<RawRow> {

    private static final long LARGEST_ENTRY = 200L * 1024 * 1024;
    private static final int MOST_ENTRIES = 2000;
    private static final int BUFFER = 64 * 1024;

    /** More than the largest and the smallest number of a spreadsheet need; 1E99999999 would fill the memory. */
    private static final int MOST_DIGITS = 400;

    private static final Pattern OTHER_ENCODING =
            Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!(?i:utf-8)[\"'])");
    private static final List<String> WIDE_STARTS =
            List.of("\u00FE\u00FF", "\u00FF\u00FE", "<\0", "\0<", "\0\0\0<", "\0\0\u00FE\u00FF");

    private final byte[] content;
    private final String sheet;
    private boolean dates1904;
    private int rowsAbout;

    private Workbook(byte[] content, String sheet) {
        this.content = content;
        this.sheet = sheet;
    }

    static RegisterFile read(byte[] content, FileFormat format) {
        Workbook file = new Workbook(content, format.sheet());
        file.inspect();
        try (ReadableWorkbook workbook = file.open()) {
            file.dates1904 = workbook.isDate1904();
        } catch (IOException unreadable) {
            throw broken();
        }
        return RegisterFile.of(file, format, file.dates1904, file.rowsAbout);
    }

    private static FileRefusedException broken() {
        return new FileRefusedException("file-workbook-broken");
    }

    private ReadableWorkbook open() {
        return sensibly(() -> new ReadableWorkbook(new ByteArrayInputStream(content)));
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private static <T> T sensibly(Step<T> step) {
        try {
            return step.take();
        } catch (IOException
                | ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException whatTheReaderThrowsAtNonsense) {
            throw broken();
        }
    }

    @Override
    public Iterator<RawRow> iterator() {
        return new Rows(sensibly(() -> {
            Sheet found = sheet(open());
            return found.openStream().iterator();
        }));
    }

    private Sheet sheet(ReadableWorkbook workbook) {
        if (sheet == null) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(sheet).orElseThrow(() -> new FileRefusedException("file-sheet-missing", sheet));
    }

    /** One pass over the rows; everything is in memory, so that nothing has to be closed. */
    private static final class Rows extends Reading {

        private final Iterator<Row> rows;

        private Rows(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        protected RawRow read() {
            return sensibly(() -> {
                if (!rows.hasNext()) {
                    return null;
                }
                Row row = rows.next();
                if (row.getCellCount() > RegisterFile.MOST_COLUMNS) {
                    throw new FileRefusedException("file-too-many", RegisterFile.MOST_COLUMNS, RegisterFile.MOST_ROWS);
                }
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    Cell cell = row.getCell(column);
                    cells.add(cell == null ? "" : text(cell));
                }
                return checked(new RawRow(row.getRowNum(), cells));
            });
        }

        @Override
        protected FileRefusedException refusal() {
            return broken();
        }
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return plain(cell.getRawValue());
        }
        if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.BOOLEAN) {
            return RegisterFile.clean(cell.getRawValue());
        }
        return cell.getType() == CellType.ERROR ? "" : RegisterFile.clean(cell.getText());
    }

    /** 5.9735926203E10 is how a workbook may keep 59735926203: all digits are there. */
    private static String plain(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            if (Math.abs((long) value.scale()) > MOST_DIGITS) {
                return RegisterFile.clean(number);
            }
            String digits = value.toPlainString();
            return digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
        } catch (NumberFormatException notANumberAfterAll) {
            return RegisterFile.clean(number);
        }
    }

    /**
     * Unpacks once and counts: a truncated archive, a bomb, a foreign archive and a document type are refused here. Looks at
     * what the reader will read, by the list at the end of the archive: spreadsheet programs that write while their rows come
     * tell sizes there alone in a way that everybody reads.
     */
    private void inspect() {
        boolean workbook = false;
        byte[] buffer = new byte[BUFFER];
        int entries = 0;
        long total = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream packed = zip.getInputStream(entry)) {
                    total += unpacked(packed, buffer, entry.getName().startsWith("xl/worksheets/"));
                }
                if (++entries > MOST_ENTRIES || total > 2 * LARGEST_ENTRY) {
                    throw new FileRefusedException("file-unpacks-too-large", LARGEST_ENTRY / (1024 * 1024));
                }
                workbook |= entry.getName().equals("xl/workbook.xml");
            }
        } catch (IOException | IllegalArgumentException truncated) {
            throw broken();
        }
        if (!workbook) {
            throw new FileRefusedException("file-type", "ZIP");
        }
    }

    private long unpacked(InputStream zip, byte[] buffer, boolean isSheet) throws IOException {
        CellReferences references = new CellReferences();
        Occurrences types = new Occurrences("<!DOCTYPE");
        Occurrences rows = new Occurrences("<row");
        long size = 0;
        for (int read = fill(zip, buffer); read > 0; read = fill(zip, buffer)) {
            types.look(buffer, read);
            rows.look(buffer, read);
            if (size == 0 && isForeign(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))
                    || types.seen() > 0
                    || references.farAway(buffer, read)) {
                throw broken();
            }
            size += read;
            if (size > LARGEST_ENTRY) {
                throw new FileRefusedException("file-unpacks-too-large", LARGEST_ENTRY / (1024 * 1024));
            }
        }
        rowsAbout += isSheet ? rows.seen() : 0;
        return size;
    }

    private static int fill(InputStream zip, byte[] buffer) throws IOException {
        return zip.readNBytes(buffer, 0, buffer.length);
    }

    /** An encoding in which what follows could not be looked through; a spreadsheet writes UTF-8. */
    private static boolean isForeign(String start) {
        return WIDE_STARTS.stream().anyMatch(start::startsWith)
                || OTHER_ENCODING.matcher(start).find();
    }
}
