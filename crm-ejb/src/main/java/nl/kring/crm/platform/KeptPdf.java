package nl.kring.crm.platform;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfICCBased;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A file that shows the same in many years: PDF/A-2b, with what its colours mean and what it is about inside it. Only fonts of
 * {@link PdfFonts} and pictures in red, green and blue belong on its pages.
 */
public final class KeptPdf {

    private static final String COLOURS = "sRGB IEC61966-2.1";

    private static final String ABOUT = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
             ><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
             ><dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>%1$s</rdf:li></rdf:Bag></dc:language
             ><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%2$s</rdf:li></rdf:Alt></dc:title
             ><dc:creator><rdf:Seq><rdf:li>%3$s</rdf:li></rdf:Seq></dc:creator></rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             ><xmp:CreateDate>%4$s</xmp:CreateDate><xmp:CreatorTool>Kring</xmp:CreatorTool></rdf:Description>
            %5$s</rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";

    /** That it can be read aloud too; a PDF/A has to be told what a name means that it does not know. */
    private static final String SPOKEN = """
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
              xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
             ><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"
             ><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema
             ><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI
             ><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix
             ><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"
             ><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType
             ><pdfaProperty:category>internal</pdfaProperty:category
             ><pdfaProperty:description>Part of ISO 14289 that is followed</pdfaProperty:description
             ></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
            """;

    private KeptPdf() {}

    /**
     * Opens the document for writing.
     *
     * @param language of what is written in it, like {@code nl}
     * @param author the organisation that says it
     * @param made the moment that is written into it
     */
    public static PdfWriter open(
            Document document, OutputStream out, String language, String title, String author, Instant made) {
        return open(PdfWriter.getInstance(document, out), document, language, title, author, made);
    }

    /** The same for what a {@link SpokenSheet} is written on: a PDF/UA-1 besides. */
    public static PdfWriter openSpoken(
            Document document, OutputStream out, String language, String title, String author, Instant made) {
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setTagged();
        writer.setTabs(PdfName.S);
        return open(writer, document, language, title, author, made);
    }

    private static PdfWriter open(
            PdfWriter writer, Document document, String language, String title, String author, Instant made) {
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        writer.setXmpMetadata(ABOUT.formatted(
                        written(language), written(title), written(author), made, writer.isTagged() ? SPOKEN : "")
                .getBytes(StandardCharsets.UTF_8));
        document.addTitle(title);
        document.addAuthor(author);
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language));
        writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(colours(writer)));
        return writer;
    }

    private static PdfDictionary colours(PdfWriter writer) {
        PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.S, PdfName.GTS_PDFA1);
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString(COLOURS));
        intent.put(PdfName.INFO, new PdfString(COLOURS));
        try {
            intent.put(
                    PdfName.DESTOUTPUTPROFILE,
                    writer.addToBody(new PdfICCBased(ICC_Profile.getInstance(ColorSpace.CS_sRGB)))
                            .getIndirectReference());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return intent;
    }

    private static String written(String text) {
        return text == null
                ? ""
                : text.replaceAll("\\p{Cntrl}", " ")
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;");
    }
}
