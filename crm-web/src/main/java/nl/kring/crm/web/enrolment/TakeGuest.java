package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.kring.crm.enrolment.desk.GuestEnrolments;
import nl.kring.crm.enrolment.desk.GuestForm;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;

/**
 * Takes what a guest typed. It looks at no session and no cookie, so a page of somebody else that makes a browser send this
 * form gains nothing that it could not send by itself: the only effect is a mail to the address in the form, and who sends
 * how many of them is counted by where on the network they come from and by the address. Nobody is enrolled by it.
 *
 * <p>What cannot be taken is shown again by {@link EnrolGuest} with what was typed, in the same answer.
 */
@WebServlet("/enrolment/guest")
public class TakeGuest extends HttpServlet {

    static final String REFUSAL = "kring.guest-refusal";

    private static final Pattern QUESTION = Pattern.compile("q-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern REGISTER = Pattern.compile("n-[\\p{Alnum}_.&-]{1,40}");

    private static final long serialVersionUID = 1L;

    @Inject
    private transient GuestEnrolments guests;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            guests.ask(Wording.uuid(request.getParameter("id")), form(request), request.getRemoteAddr());
            response.sendRedirect(
                    "/enrolment/enrol-guest.xhtml?sent=yes&id=" + Wording.uuid(request.getParameter("id")));
        } catch (NotFoundException noSuchEdition) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (BusinessException refused) {
            request.setAttribute(REFUSAL, refused);
            request.getRequestDispatcher("/enrolment/enrol-guest.xhtml").forward(request, response);
        }
    }

    private GuestForm form(HttpServletRequest request) {
        return new GuestForm(
                request.getParameter("givenName"),
                request.getParameter("prefix"),
                request.getParameter("birthName"),
                profession(request.getParameter("profession")),
                request.getParameter("email"),
                request.getParameter("workplace"),
                request.getParameter("big"),
                request.getParameter("language"),
                "yes".equals(request.getParameter("consent")),
                answers(request),
                "yes".equals(request.getParameter("prerequisites")),
                numbers(request));
    }

    /** A field that is named after a register has the number in it; a blank one has none. */
    private static Map<String, String> numbers(HttpServletRequest request) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (String field : Collections.list(request.getParameterNames())) {
            String typed = request.getParameter(field);
            if (REGISTER.matcher(field).matches() && !typed.isBlank()) {
                numbers.put(field.substring(2), typed);
            }
        }
        return numbers;
    }

    /** A field that is named after a question answers it; a blank one does not. */
    private static Map<UUID, String> answers(HttpServletRequest request) {
        Map<UUID, String> answers = new LinkedHashMap<>();
        for (String field : Collections.list(request.getParameterNames())) {
            String typed = request.getParameter(field);
            if (QUESTION.matcher(field).matches() && !typed.isBlank()) {
                answers.put(UUID.fromString(field.substring(2)), typed);
            }
        }
        return answers;
    }

    private static Profession profession(String name) {
        return Stream.of(Profession.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
