package nl.kring.crm.web.layout;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import nl.kring.crm.platform.NotFoundException;

/**
 * A file as the answer to a request, to be kept and not to be run.
 *
 * @param name what it is called when it is kept, for a system that cannot read all of it with a line for what it cannot; null for what is
 *     shown in a page
 */
public record SentFile(String name, String mediaType, byte[] content) {

    public static SentFile pdf(String name, byte[] content) {
        return new SentFile(name, "application/pdf", content);
    }

    /** Answers with what is read; 404 for what is not there for the caller, 403 for who has not the role. */
    public static void answer(HttpServletResponse response, Supplier<SentFile> reading) throws IOException {
        SentFile file;
        try {
            file = reading.get();
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (EJBAccessException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType(file.mediaType());
        response.setContentLength(file.content().length);
        if (file.name() != null) {
            response.setHeader("Content-Disposition", keptAs(file.name()));
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(file.content());
    }

    /** The whole name besides, as RFC 6266 writes it, where a plain one says less. */
    private static String keptAs(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String kept = "attachment; filename=\"" + plain + "\"";
        return plain.equals(name)
                ? kept
                : kept + "; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
