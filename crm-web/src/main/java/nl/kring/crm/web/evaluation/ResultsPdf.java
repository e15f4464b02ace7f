package nl.kring.crm.web.evaluation;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.evaluation.Evaluations;
import nl.kring.crm.platform.NotFoundException;

/** What came of an evaluation on paper, for who accredits. */
@WebServlet("/evaluation/results-pdf")
public class ResultsPdf extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Evaluations evaluations;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] pdf;
        try {
            pdf = evaluations.pdf(EvaluationWords.uuid(request.getParameter("id")));
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (EJBAccessException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("application/pdf");
        response.setContentLength(pdf.length);
        response.setHeader("Content-Disposition", "attachment; filename=\"evaluatie.pdf\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(pdf);
    }
}
