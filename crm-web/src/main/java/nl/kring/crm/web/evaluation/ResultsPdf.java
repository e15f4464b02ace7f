package nl.kring.crm.web.evaluation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.evaluation.Evaluations;
import nl.kring.crm.web.layout.SentFile;

/** What came of an evaluation on paper, for who accredits. */
@WebServlet("/evaluation/results-pdf")
public class ResultsPdf extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Evaluations evaluations;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SentFile.answer(
                response,
                () -> SentFile.pdf("evaluatie.pdf", evaluations.pdf(EvaluationWords.uuid(request.getParameter("id")))));
    }
}
