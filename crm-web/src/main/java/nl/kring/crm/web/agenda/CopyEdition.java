package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.agenda.course.EditionCopies;

/** Plans an edition once more, on other days. */
@Named
@RequestScoped
public class CopyEdition {

    @Inject
    private EditionCopies copies;

    private LocalDate firstDay;

    public String copy(UUID edition) {
        return ViewEdition.shown(copies.copy(edition, firstDay), "agenda_view-edition.copy.done");
    }

    public LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(LocalDate firstDay) {
        this.firstDay = firstDay;
    }
}
