package nl.kring.crm.web.enrolment;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;

/** A file about the thing whose UUID stands in {@code id}, always to be kept and never to be shown in the browser. */
abstract class Download extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String name;

    Download(String type, String name) {
        this.type = type;
        this.name = name;
    }

    /** The file's text. */
    abstract String contents(UUID id);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            byte[] contents = contents(Wording.uuid(request.getParameter("id"))).getBytes(StandardCharsets.UTF_8);
            response.setContentType(type);
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(contents.length);
            response.getOutputStream().write(contents);
        } catch (NotFoundException notForTheCaller) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
