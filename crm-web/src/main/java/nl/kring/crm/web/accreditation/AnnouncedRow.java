package nl.kring.crm.web.accreditation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.accreditation.request.AccreditationPage;

/** An edition at one register, in the form: its number there, and those of its sessions. */
public class AnnouncedRow implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A session with its number there. */
    public static class Meeting implements Serializable {

        private static final long serialVersionUID = 1L;

        private final UUID session;
        private final Instant startsAt;
        private String number;

        Meeting(AccreditationPage.Meeting meeting) {
            session = meeting.session();
            startsAt = meeting.startsAt();
            number = meeting.number();
        }

        public UUID getSession() {
            return session;
        }

        public Instant getStartsAt() {
            return startsAt;
        }

        public String getNumber() {
            return number;
        }

        public void setNumber(String number) {
            this.number = number;
        }
    }

    private final AccreditationPage.Announcement line;
    private final List<Meeting> meetings;
    private String number;

    AnnouncedRow(AccreditationPage.Announcement line, List<AccreditationPage.Meeting> all) {
        this.line = line;
        this.number = line.number();
        this.meetings = all.stream()
                .filter(meeting -> meeting.scheme().equals(line.scheme()))
                .map(Meeting::new)
                .toList();
    }

    public AccreditationPage.Announcement getLine() {
        return line;
    }

    public List<Meeting> getMeetings() {
        return meetings;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
