import { Suspense } from "react";
import { AttackLab } from "./attack-lab";
import { MeasuredCeilings } from "./measured-ceilings";
import "./lab.css";

/** The attack lab with what is needed to read it. */
export function LabSection() {
  return (
    <>
      <h2 id="lab">The attack lab</h2>
      <p>
        Do not take our word for it. Here the attacks that we know run in your browser, on a test set whose
        labels are drawn at random, against the code that guards the real ones. <em>Bias</em> is what an
        attacker gains: how far the score it ends with lies above what the same answers would earn on new
        images, in points. A guard that works keeps it near zero, however many submissions are spent.
      </p>
      <dl className="lab-attacks">
        <div>
          <dt>Boosting</dt>
          <dd>
            Submits random labels, keeps those that score above chance and lets them vote. It needs no
            knowledge at all (Blum and Hardt 2015).
          </dd>
        </div>
        <div>
          <dt>Climbing</dt>
          <dd>Changes a few labels of its best submission at a time and keeps what is released as better.</dd>
        </div>
        <div>
          <dt>Sandbag</dt>
          <dd>
            Knows most labels, starts weak on purpose and spends what it held back so that every answer about
            the unsure images becomes nearly a fair coin, which is the most that an answer can tell.
          </dd>
        </div>
        <div>
          <dt>Inference</dt>
          <dd>
            A sandbag that wastes nothing: it also reads the released numbers and keeps a belief of every
            image, shared by all its teams. The strongest that we have found.
          </dd>
        </div>
      </dl>
      <Suspense>
        <AttackLab />
      </Suspense>
      <noscript>
        <p className="note">
          The lab needs JavaScript. In a shell, <code>rung attack</code> runs the same code.
        </p>
      </noscript>
      <h3>How to read it</h3>
      <p>
        A curve is a <em>lower bound</em>: this attack reached that much, a better one may reach more. Its
        band is one standard deviation of a single run to either side. The <em>ceiling</em> in the table is an
        upper bound, a theorem: whoever attacks, with as many submissions, the expected bias stays below it,
        because the answers cannot carry more bits. What the best possible attacker reaches lies between the
        two.
      </p>
      <p>
        For boosting and climbing the bias is in the number then released; for a sandbag and for inference it
        is in the model that the attacker can now build, released or not. Against boosting the bare gate can
        look better than the default, whose noise lets some luck through. The noise and the limit are there
        for the stronger two, and for teams that collude.
      </p>
      <p>
        The lab lets every policy answer as often as you say. In practice a team&rsquo;s submissions are
        limited too: to 100 on a hidden set of 8,000 images or more and to 30 on a smaller one.
      </p>
      <MeasuredCeilings />
    </>
  );
}
