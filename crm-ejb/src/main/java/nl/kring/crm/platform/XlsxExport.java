package nl.kring.crm.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Lists as a spreadsheet, every cell as text: what looks like a formula is none, and numbers keep their zeros. */
public final class XlsxExport {

    private static final int KEPT_ROWS = 500;
    private static final int LONGEST_CELL = 32_767;

    private XlsxExport() {}

    /** A sheet that is written while its rows come. */
    public static RowFile to(OutputStream out, String sheet) {
        Workbook workbook = new Workbook(out, "Kring", "1.0");
        Worksheet rows = workbook.newWorksheet(sheet);
        return new RowFile() {

            private int written;

            @Override
            public void row(List<String> cells) throws IOException {
                for (int at = 0; at < cells.size(); at++) {
                    String cell = cells.get(at);
                    if (cell != null && !cell.isEmpty()) {
                        rows.inlineString(written, at, cell.substring(0, Math.min(cell.length(), LONGEST_CELL)));
                    }
                }
                if (++written % KEPT_ROWS == 0) {
                    rows.flush();
                }
            }

            @Override
            public void close() throws IOException {
                workbook.finish();
            }
        };
    }
}
