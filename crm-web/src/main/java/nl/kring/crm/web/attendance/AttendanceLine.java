package nl.kring.crm.web.attendance;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.AttendanceSheet;

/** One participant on the screen, with a box to tick for each session. */
public class AttendanceLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AttendanceSheet.Row row;
    private final List<Tick> ticks;

    AttendanceLine(AttendanceSheet.Row row, List<AttendanceSheet.Column> sessions) {
        this.row = row;
        this.ticks = sessions.stream()
                .map(session -> new Tick(session, row.present().get(session.session())))
                .toList();
    }

    public AttendanceSheet.Row getRow() {
        return row;
    }

    public List<Tick> getTicks() {
        return ticks;
    }

    /** What was ticked or unticked since the page was opened; the rest is left alone, somebody else may be on it. */
    List<AttendanceMark> changes() {
        return ticks.stream()
                .filter(Tick::isChanged)
                .map(tick -> new AttendanceMark(row.enrolment(), tick.session, tick.present))
                .toList();
    }

    /** One box. */
    public static class Tick implements Serializable {

        private static final long serialVersionUID = 1L;

        private final UUID session;
        private final int position;
        private final boolean open;
        private final boolean shown;
        private final boolean absent;
        private boolean present;

        Tick(AttendanceSheet.Column session, Boolean recorded) {
            this.session = session.session();
            this.position = session.position();
            this.open = session.open();
            this.shown = Boolean.TRUE.equals(recorded);
            this.absent = Boolean.FALSE.equals(recorded);
            this.present = shown;
        }

        private boolean isChanged() {
            return present != shown;
        }

        public int getPosition() {
            return position;
        }

        public boolean isOpen() {
            return open;
        }

        /** True for somebody of whom it was recorded that he or she was not there. */
        public boolean isAbsent() {
            return absent;
        }

        public boolean isPresent() {
            return present;
        }

        public void setPresent(boolean present) {
            this.present = present;
        }
    }
}
