package vn.lienthong.hub.dossier;

/** What a neighbour asks about a dossier in its own words, answered in them by the module that speaks them. */
public interface NeighbourQuestions {

    /** The neighbour's name in the ledger. */
    String neighbour();

    /** The service of an envelope that asks. */
    String service();

    /** The whole answer, also when the question cannot be answered. */
    String answer(byte[] call);
}
