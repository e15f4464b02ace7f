package nl.kring.crm.web.agenda;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import nl.kring.crm.agenda.calendar.AgendaSites;

/**
 * Lets one page, the agenda without anything around it, be shown in a frame: on the websites of the organisation that it is
 * of, and nowhere else. All other pages say that they may be framed by nobody.
 */
@WebFilter("/agenda/embed-agenda.xhtml")
public class FramedAgenda extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String POLICY = "Content-Security-Policy";
    private static final String NOBODY = "frame-ancestors 'none'";

    @Inject
    private transient AgendaSites sites;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        List<String> allowed = sites.framedBy(request.getParameter("organisation"));
        String framedBy = allowed.isEmpty() ? NOBODY : "frame-ancestors " + String.join(" ", allowed);
        response.setHeader("Cache-Control", "public, max-age=60");
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void addHeader(String name, String value) {
                super.addHeader(name, changed(name, value));
            }

            @Override
            public void setHeader(String name, String value) {
                super.setHeader(name, changed(name, value));
            }

            private String changed(String name, String value) {
                return POLICY.equalsIgnoreCase(name) ? value.replace(NOBODY, framedBy) : value;
            }
        });
    }
}
