package nl.kring.crm.web.evaluation;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kring.crm.evaluation.EvaluationLinks;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.NotFoundException;

/**
 * Takes what somebody answers. It looks at no session: the link that comes with the form is all that counts. What cannot be taken is
 * shown again by {@link AnswerEvaluation} with what was filled in, in the same answer.
 */
@WebServlet("/evaluation/answer")
public class TakeEvaluation extends HttpServlet {

    static final String REFUSAL = "kring.evaluation-refusal";

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/evaluation/answer-evaluation.xhtml";

    @Inject
    private transient EvaluationLinks links;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String token = request.getParameter("token");
        if (token == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            links.answer(token, answers(request));
            response.sendRedirect(PAGE + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        } catch (NotFoundException noSuchLink) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (BusinessException refused) {
            request.setAttribute(REFUSAL, refused);
            request.getRequestDispatcher(PAGE).forward(request, response);
        }
    }

    private static Map<String, List<String>> answers(HttpServletRequest request) {
        Map<String, List<String>> answers = new HashMap<>();
        for (String field : Collections.list(request.getParameterNames())) {
            if (field.startsWith("q-")) {
                answers.put(field, Arrays.asList(request.getParameterValues(field)));
            }
        }
        return answers;
    }
}
