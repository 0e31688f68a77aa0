package vn.lienthong.hub.intake.normalise;

import com.dashjoin.jsonata.Jsonata;

/**
 * How much one run of an expression may do. Counted in steps: the library's own limit is by the wall clock, and on a
 * busy machine it stops healthy expressions.
 */
final class Budget {

    private static final int MOST_STEPS = 100_000;
    private static final int DEEPEST = 100;

    private int steps;
    private int depth;

    void limit(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
        frame.setEvaluateExitCallback((expression, input, environment, result) -> depth--);
    }

    private void enter() {
        depth++;
        steps++;
        if (depth > DEEPEST || steps > MOST_STEPS) {
            throw new Spent();
        }
    }

    /** The expression does too much. */
    static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
