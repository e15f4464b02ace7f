package nl.kring.crm.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.intake.Registers;
import nl.kring.crm.intake.review.ReviewCase;
import nl.kring.crm.intake.review.ReviewQuery;
import nl.kring.crm.intake.review.ReviewSamples;
import nl.kring.crm.intake.review.Reviews;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The next pair of the queue that the address asks for; a decision goes on to the one behind it. */
@Named
@ViewScoped
public class ReviewPersons implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/intake/review.xhtml";

    @Inject
    private Reviews reviews;

    @Inject
    private ReviewSamples samples;

    @Inject
    private Registers registers;

    @Inject
    @Param
    private String own;

    @Inject
    @Param
    private String register;

    @Inject
    @Param
    private String other;

    @Inject
    @Param
    private String sample;

    @Inject
    @Param
    private String threshold;

    private ReviewQuery query;
    private ReviewCase shown;
    private ReviewSamples.Sample drawn;
    private long open;
    private boolean undoable;
    private List<String> codes;

    public void load() {
        UUID ofSample = blank(sample) ? null : uuid(sample);
        query = new ReviewQuery("true".equals(own), given(register), given(other), ofSample);
        drawn = ofSample == null ? null : samples.get(ofSample);
        open = reviews.count(query);
        shown = reviews.next(query);
        undoable = reviews.undoable();
        codes = registers.codesInUse();
    }

    public void same() {
        reviews.same(shown.uuid());
        goOn("intake_review.same.done");
    }

    public void notTheSame() {
        reviews.notTheSame(shown.uuid(), word("intake_review.not-the-same.reason"));
        goOn("intake_review.not-the-same.done");
    }

    public void later() {
        reviews.later(shown.uuid());
        goOn("intake_review.later.done");
    }

    public void undo() {
        reviews.undoLast(word("intake_review.undo.reason"));
        goOn("intake_review.undo.done");
    }

    /** Lets go of the pair, for whoever comes next. */
    public void leave() {
        reviews.release();
        Faces.redirect("/workbench/today.xhtml");
    }

    public void draw(double bits) {
        Faces.redirect(PAGE + "?sample=%s", samples.draw(bits).toString());
    }

    public void accept() {
        int accepted = samples.accept(drawn.uuid());
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "intake_review.sample.done", accepted));
        Faces.redirect(PAGE);
    }

    private void goOn(String text) {
        Messages.addFlashGlobalInfo("{0}", word(text));
        Faces.redirect(
                PAGE + "?own=%s&register=%s&other=%s&sample=%s",
                query.own() ? "true" : "",
                query.register() == null ? "" : query.register(),
                query.other() == null ? "" : query.other(),
                query.sample() == null ? "" : query.sample().toString());
    }

    private static String word(String key) {
        return Texts.of(Faces.getLocale(), key);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static String given(String text) {
        return blank(text) ? null : text;
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException | NullPointerException notOne) {
            throw new NotFoundException();
        }
    }

    /** From what weight on many can be accepted together. */
    public List<Integer> getThresholds() {
        return List.of(0, 2, 4, 6, 8, 10);
    }

    public ReviewQuery getQuery() {
        return query;
    }

    public ReviewCase getShown() {
        return shown;
    }

    public ReviewSamples.Sample getDrawn() {
        return drawn;
    }

    public long getOpen() {
        return open;
    }

    public boolean isUndoable() {
        return undoable;
    }

    public List<String> getCodes() {
        return codes;
    }
}
