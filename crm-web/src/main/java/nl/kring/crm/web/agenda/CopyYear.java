package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.course.YearCopies;
import nl.kring.crm.agenda.course.YearCopyLine;
import nl.kring.crm.agenda.course.YearLine;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The programme of a year in the next: what would be when, a tick for each, and undoing it. */
@Named
@ViewScoped
public class CopyYear implements Serializable {

    private static final long serialVersionUID = 1L;

    /** An edition with its tick. */
    public static class Choice implements Serializable {

        private static final long serialVersionUID = 1L;

        private final YearLine line;
        private boolean chosen;

        Choice(YearLine line) {
            this.line = line;
            this.chosen = line.possible();
        }

        public YearLine getLine() {
            return line;
        }

        public boolean isChosen() {
            return chosen;
        }

        public void setChosen(boolean chosen) {
            this.chosen = chosen;
        }
    }

    @Inject
    private YearCopies copies;

    @Inject
    private transient Clock clock;

    private Integer year;
    private List<Choice> choices;
    private List<YearCopyLine> done;

    public void load() {
        if (year == null) {
            year = LocalDate.ofInstant(clock.instant(), clock.getZone()).getYear();
        }
        choices = copies.preview(year).stream().map(Choice::new).toList();
        done = List.copyOf(copies.list());
    }

    public void copy() {
        List<UUID> chosen = choices.stream()
                .filter(each -> each.isChosen() && each.getLine().possible())
                .map(each -> each.getLine().edition())
                .toList();
        copies.copy(year, chosen);
        again(Texts.of(Faces.getLocale(), "agenda_copy-year.done", chosen.size(), String.valueOf(year + 1)));
    }

    public void undo(UUID which) {
        copies.undo(which);
        again(Texts.of(Faces.getLocale(), "agenda_copy-year.undone"));
    }

    private void again(String message) {
        Messages.addFlashGlobalInfo("{0}", message);
        Faces.redirect("/agenda/copy-year.xhtml?year=" + year);
    }

    public List<Choice> getChoices() {
        return choices;
    }

    public List<YearCopyLine> getDone() {
        return done;
    }

    /** As a word: years have no points in them. */
    public String getNext() {
        return String.valueOf(year + 1);
    }

    public boolean isPossible() {
        return choices.stream().anyMatch(each -> each.getLine().possible());
    }

    public Integer getYear() {
        return year;
    }

    public void setYear(Integer year) {
        this.year = year;
    }
}
