package nl.kring.crm.web.layout;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** A visitor chooses a language, on pages that keep no session: a cookie, and back to the page. */
@WebServlet("/language")
public class ChooseLanguage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int A_YEAR = 365 * 24 * 3600;

    /** A page of our own: never an address elsewhere. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Cookie language = new Cookie("kring-language", "en".equals(request.getParameter("to")) ? "en" : "nl");
        language.setPath("/");
        language.setMaxAge(A_YEAR);
        language.setHttpOnly(true);
        response.addCookie(language);
        response.sendRedirect(back(request.getParameter("back")));
    }

    static String back(String asked) {
        return asked != null && OURS.matcher(asked).matches() ? asked : "/";
    }
}
