package nl.kring.crm.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import nl.kring.crm.platform.Sha256;

/** A text that many programs ask for again and again: who has it already is told so, and gets nothing. */
public final class Unchanged {

    private static final int ENOUGH = 32;

    private Unchanged() {}

    /**
     * Answers with the text, or with 304 when the caller has it already.
     *
     * @param cache who may keep it how long, as the header Cache-Control says it
     */
    public static void answer(
            HttpServletRequest request, HttpServletResponse response, String type, String cache, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, ENOUGH) + "\"";
        response.setHeader("Cache-Control", cache);
        response.setHeader("ETag", tag);
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.equals("*") || known.contains(tag))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
