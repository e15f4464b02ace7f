package nl.kring.crm.web.evaluation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.evaluation.EvaluationResults;
import nl.kring.crm.evaluation.Evaluations;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** What came of an evaluation as a list: a row for each answer that could be given, and for each text. */
@WebServlet("/evaluation/results-file")
public class ExportResults extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Evaluations evaluations;

    @Inject
    private transient Me me;

    public ExportResults() {
        super("evaluatie");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        EvaluationResults results = evaluations.results(EvaluationWords.uuid(request.getParameter("id")));
        if (!results.isEnough()) {
            throw new NotFoundException();
        }
        Locale locale = me.getLocale();
        return file -> {
            file.row(List.of(
                    Texts.of(locale, "evaluation_view-results.question"),
                    Texts.of(locale, "evaluation_view-results.about"),
                    Texts.of(locale, "evaluation_view-results.answer"),
                    Texts.of(locale, "evaluation_view-results.times"),
                    Texts.of(locale, "evaluation_view-year.mark")));
            for (EvaluationResults.QuestionResult one : results.questions()) {
                String question = one.question().text(locale.getLanguage());
                String about = one.about() == null ? "" : one.about();
                String average = one.average() == null ? "" : one.average().toPlainString();
                for (EvaluationResults.Times each : one.times()) {
                    file.row(List.of(question, about, each.label(), Integer.toString(each.times()), average));
                }
                for (String words : one.words()) {
                    file.row(List.of(question, about, words, "1", ""));
                }
            }
        };
    }
}
