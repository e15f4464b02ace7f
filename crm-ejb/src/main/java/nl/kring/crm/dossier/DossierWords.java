package nl.kring.crm.dossier;

/** Where the words of a dossier on paper come from: the same texts as on the screen. */
@FunctionalInterface
public interface DossierWords {

    /** One text with its arguments filled in. */
    String of(String key, Object... arguments);
}
