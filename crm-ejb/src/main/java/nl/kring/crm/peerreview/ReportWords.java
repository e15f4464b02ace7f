package nl.kring.crm.peerreview;

/** The words of the screens, for what is written on paper. */
@FunctionalInterface
public interface ReportWords {

    String of(String key, Object... given);
}
