package nl.kring.crm.agenda.calendar;

import java.net.URI;
import java.util.UUID;
import nl.kring.crm.platform.Settings;

/** Where everybody reads about an edition: the one address that is passed on. */
public final class AgendaAddress {

    private AgendaAddress() {}

    public static URI of(UUID edition) {
        return URI.create(Settings.baseUrl() + "/agenda/view-course.xhtml?id=" + edition);
    }
}
