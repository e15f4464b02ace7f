package nl.kring.crm.agenda.resource;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.security.CurrentUser;

/** Says who has something, as far as the caller may know: a draft of another organisation is nameless. */
class Clash {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final CurrentUser currentUser;

    Clash(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    ResourceTakenException of(BookingTable.Obstacle there) {
        if (there == null) {
            return new ResourceTakenException("resource-taken-meanwhile");
        }
        return there.isPublic() || currentUser.worksFor(there.organiserId())
                ? new ResourceTakenException(
                        "resource-taken", there.resource(), there.title(), there.organisation(), when(there))
                : new ResourceTakenException(
                        "resource-taken-elsewhere", there.resource(), there.organisation(), when(there));
    }

    static ResourceAwayException away(BookingTable.Obstacle then) {
        return new ResourceAwayException("resource-away", then.resource(), when(then));
    }

    /** By the clock on the wall in Amsterdam. */
    private static String when(BookingTable.Obstacle there) {
        LocalDateTime start = AmsterdamTime.toLocal(there.startsAt());
        LocalDateTime end = AmsterdamTime.toLocal(there.endsAt());
        boolean oneDay = start.toLocalDate().equals(end.toLocalDate());
        return DAY_AND_TIME.format(start) + " – " + (oneDay ? TIME : DAY_AND_TIME).format(end);
    }
}
