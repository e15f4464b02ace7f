package nl.kring.crm.web.layout;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Pages are written at once when they are whole. Faces writes a page in thousands of small pieces, and the server turns each of
 * them into bytes on its own; that took half of the time of the agenda.
 */
@WebFilter("*.xhtml")
public class WholePages extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_PAGE = 1 << 16;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Whole whole = new Whole(response);
        chain.doFilter(request, whole);
        whole.send();
    }

    /** Keeps what is written until the end. */
    private static final class Whole extends HttpServletResponseWrapper {

        private CharArrayWriter page;
        private PrintWriter writer;

        Whole(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            if (writer == null) {
                page = new CharArrayWriter(USUAL_PAGE);
                writer = new PrintWriter(page);
            }
            return writer;
        }

        /** What was written is sent when it is whole, and not before. */
        @Override
        public void flushBuffer() throws IOException {
            if (writer == null) {
                super.flushBuffer();
            }
        }

        @Override
        public void resetBuffer() {
            super.resetBuffer();
            forget();
        }

        @Override
        public void reset() {
            super.reset();
            forget();
        }

        private void forget() {
            if (page != null) {
                page.reset();
            }
        }

        void send() throws IOException {
            if (page != null && page.size() > 0) {
                page.writeTo(getResponse().getWriter());
            }
        }
    }
}
