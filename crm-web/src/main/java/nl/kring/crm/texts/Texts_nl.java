package nl.kring.crm.texts;

/** The texts in Dutch. */
public class Texts_nl extends Texts {

    public Texts_nl() {
        super("nl");
    }
}
