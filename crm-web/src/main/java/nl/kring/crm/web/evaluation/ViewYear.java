package nl.kring.crm.web.evaluation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nl.kring.crm.evaluation.EvaluationYear;
import nl.kring.crm.evaluation.Evaluations;
import nl.kring.crm.platform.SystemClock;

/** What came of the evaluations of a year. */
@Named
@RequestScoped
public class ViewYear {

    private static final int YEARS = 5;

    @Inject
    private Evaluations evaluations;

    @Inject
    private Clock clock;

    private Integer year;
    private EvaluationYear results;

    public void load() {
        if (year == null || year < 2000 || year > thisYear() + 1) {
            year = thisYear();
        }
        results = evaluations.year(year);
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM).getYear();
    }

    /** That can be looked at, the latest first. */
    public List<Integer> getYears() {
        return IntStream.range(0, YEARS).map(back -> thisYear() - back).boxed().toList();
    }

    public EvaluationYear getResults() {
        return results;
    }

    public Integer getYear() {
        return year;
    }

    public void setYear(Integer year) {
        this.year = year;
    }
}
