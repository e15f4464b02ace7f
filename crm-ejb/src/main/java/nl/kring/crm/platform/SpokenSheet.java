package nl.kring.crm.platform;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfWriter;
import java.util.List;

/**
 * Writes from the top of a sheet to the bottom, each piece with what it is (a heading, a table with its head, a picture in words), so that
 * whoever listens to it hears the same. What is only drawn is marked as that.
 */
public final class SpokenSheet {

    private static final PdfName DRAWN = new PdfName("Artifact");
    private static final PdfName ROW = new PdfName("TR");
    private static final float LEADING = 1.5f;
    private static final float LEADING_IN_CELLS = 1.2f;
    private static final float PADDING = 6;
    private static final float LINE = 0.5f;

    private final Document document;
    private final PdfWriter writer;
    private final PdfContentByte page;
    private final PdfStructureElement root;
    private float left;
    private float right;
    private float top;

    /** On a document that {@link KeptPdf#openSpoken} opened. */
    public SpokenSheet(Document document, PdfWriter writer) {
        this.document = document;
        this.writer = writer;
        this.page = writer.getDirectContent();
        this.root = new PdfStructureElement(writer.getStructureTreeRoot(), PdfName.DOCUMENT);
        this.top = document.top();
        between(document.left(), document.right());
    }

    /** What follows stands between those, in points from the left of the sheet. */
    public void between(float newLeft, float newRight) {
        left = newLeft;
        right = newRight;
    }

    /** What follows stands beside what was written: from there down. */
    public void from(float height) {
        top = height;
    }

    /** Where what follows will stand. */
    public float top() {
        return top;
    }

    /** Begins another sheet when so much does not fit on this one. */
    public void keep(float height) {
        if (top - height < document.bottom()) {
            document.newPage();
            top = document.top();
        }
    }

    /** A piece of text; what does not fit goes on on another sheet. */
    public void text(PdfName role, String text, Font font, float after) {
        PdfStructureElement piece = new PdfStructureElement(root, role);
        ColumnText column = column(new Phrase(text, font), left, right, Element.ALIGN_LEFT);
        while (ColumnText.hasMoreText(write(piece, column))) {
            document.newPage();
            top = document.top();
            column.setSimpleColumn(left, document.bottom(), right, top);
        }
        top = column.getYLine() - after;
    }

    /** An address that can be clicked, with where it leads to in words. */
    public void link(String shown, String address, String words, Font font) {
        PdfStructureElement link = new PdfStructureElement(new PdfStructureElement(root, PdfName.P), PdfName.LINK);
        ColumnText column = column(new Phrase(shown, font), left, right, Element.ALIGN_LEFT);
        float begins = top;
        write(link, column);
        top = column.getYLine();
        float end = Math.min(right, left + new Chunk(shown, font).getWidthPoint());
        PdfAnnotation annotation =
                new PdfAnnotation(writer, left, top - font.getSize() / 3, end, begins, new PdfAction(address));
        annotation.setFlags(PdfAnnotation.FLAGS_PRINT);
        annotation.put(PdfName.CONTENTS, new PdfString(words, PdfObject.TEXT_UNICODE));
        annotation.put(
                PdfName.STRUCTPARENT,
                new PdfNumber(writer.getStructureTreeRoot().addExistingObject(link.getReference())));
        writer.addAnnotation(annotation);
        PdfDictionary clicked = new PdfDictionary(PdfName.OBJR);
        clicked.put(PdfName.OBJ, annotation.getIndirectReference());
        PdfArray parts = new PdfArray(link.get(PdfName.K));
        parts.add(clicked);
        link.put(PdfName.K, parts);
    }

    /** A picture, with what it is in words; what follows does not make room for it. */
    public void picture(Image image, String words, float atLeft) {
        PdfStructureElement figure = new PdfStructureElement(root, PdfName.FIGURE);
        figure.put(PdfName.ALT, new PdfString(words, PdfObject.TEXT_UNICODE));
        image.setAbsolutePosition(atLeft, top - image.getScaledHeight());
        page.beginMarkedContentSequence(figure);
        page.addImage(image);
        page.endMarkedContentSequence();
    }

    /** A table; its first row says what stands below it, and its last column is set to the right. */
    public void table(float[] shares, List<List<String>> rows, Font head, Font body, float after) {
        PdfStructureElement table = new PdfStructureElement(root, PdfName.TABLE);
        float[] edges = edges(shares);
        for (List<String> row : rows) {
            boolean first = row == rows.get(0);
            keep(height(row, edges, first ? head : body));
            PdfStructureElement line = new PdfStructureElement(table, ROW);
            float lowest = top;
            for (int at = 0; at < row.size(); at++) {
                PdfStructureElement cell = new PdfStructureElement(line, first ? PdfName.TH : PdfName.TD);
                if (first) {
                    cell.put(PdfName.A, ofColumn());
                }
                ColumnText column = cell(row, at, edges, first ? head : body);
                write(cell, column);
                lowest = Math.min(lowest, column.getYLine());
            }
            top = lowest - PADDING;
            drawLine();
        }
        top -= after;
    }

    private float[] edges(float... shares) {
        float whole = 0;
        for (float share : shares) {
            whole += share;
        }
        float[] edges = new float[shares.length + 1];
        edges[0] = left;
        for (int at = 0; at < shares.length; at++) {
            edges[at + 1] = edges[at] + (right - left) * shares[at] / whole;
        }
        return edges;
    }

    private float height(List<String> row, float[] edges, Font font) {
        float lowest = top;
        for (int at = 0; at < row.size(); at++) {
            ColumnText column = cell(row, at, edges, font);
            column.go(true);
            lowest = Math.min(lowest, column.getYLine());
        }
        return top - lowest + PADDING;
    }

    private ColumnText cell(List<String> row, int at, float[] edges, Font font) {
        ColumnText column = column(
                new Phrase(row.get(at), font),
                edges[at] + PADDING,
                edges[at + 1] - PADDING,
                at == row.size() - 1 ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        column.setLeading(0, LEADING_IN_CELLS);
        return column;
    }

    private ColumnText column(Phrase phrase, float from, float to, int alignment) {
        ColumnText column = new ColumnText(page);
        column.setSimpleColumn(phrase, from, document.bottom(), to, top, 0, alignment);
        column.setLeading(0, LEADING);
        return column;
    }

    private int write(PdfStructureElement piece, ColumnText column) {
        page.beginMarkedContentSequence(piece);
        int status = column.go();
        page.endMarkedContentSequence();
        return status;
    }

    private void drawLine() {
        page.beginMarkedContentSequence(DRAWN);
        page.setLineWidth(LINE);
        page.moveTo(left, top);
        page.lineTo(right, top);
        page.stroke();
        page.endMarkedContentSequence();
    }

    private static PdfDictionary ofColumn() {
        PdfDictionary attributes = new PdfDictionary();
        attributes.put(PdfName.O, PdfName.TABLE);
        attributes.put(new PdfName("Scope"), new PdfName("Column"));
        return attributes;
    }
}
