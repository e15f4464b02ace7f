package nl.kring.crm.whole;

import com.lowagie.text.Document;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A real PDF of one line that somebody hands in, and what stands in one that a browser is given. */
final class Paper {

    private Paper() {}

    static FilePayload saying(String fileName, String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document();
        PdfWriter.getInstance(document, bytes);
        document.open();
        document.add(new Paragraph(line));
        document.close();
        return new FilePayload(fileName, "application/pdf", bytes.toByteArray());
    }

    /** What the first page says of the file that a press on this link brings. */
    static String behind(Page page, Locator link) {
        Download file = page.waitForDownload(link::click);
        try (InputStream content = file.createReadStream();
                PdfReader paper = new PdfReader(content.readAllBytes())) {
            return new PdfTextExtractor(paper).getTextFromPage(1).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
