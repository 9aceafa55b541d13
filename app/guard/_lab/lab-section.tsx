import { Suspense } from "react";
import { AttackLab } from "./attack-lab";
import { MeasuredCeilings } from "./measured-ceilings";
import "./lab.css";

/** The attack lab with its explanation. */
export function LabSection() {
  return (
    <>
      <h2 id="lab">The attack lab</h2>
      <p>
        Do not take our word for it. Here the attacks that we know run in your browser, on a test set with
        randomly drawn labels, against the code that guards the real ones. <em>Bias</em> is what an attacker
        gains: by how many points its final score exceeds what the same answers would score on new images. A
        guard that works keeps it near zero, however many submissions are spent.
      </p>
      <dl className="lab-attacks">
        <div>
          <dt>Boosting</dt>
          <dd>
            Submits random labels and lets those that score above chance vote. It needs no knowledge at all
            (Blum and Hardt 2015).
          </dd>
        </div>
        <div>
          <dt>Climbing</dt>
          <dd>
            Changes a few labels of its best submission at a time and adopts each change that is released as
            better.
          </dd>
        </div>
        <div>
          <dt>Sandbag</dt>
          <dd>
            Knows most labels but starts weak on purpose. It spends the labels it held back so that every
            answer about the unsure images is nearly a fair coin, which is the most that an answer can tell.
          </dd>
        </div>
        <div>
          <dt>Inference</dt>
          <dd>
            A sandbag that wastes nothing. It makes every released number a fair coin as well, churns known
            images (spoils some and rights as many, so that a gate that grows with the images changed stands
            where it wants it), spends a last climb for its number alone, and maintains a belief about every
            image, shared by all its teams. It is the strongest attack that we have found.
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
        A curve is a <em>lower bound</em>: this attack got that far, and a better one may get further. Its
        band is one standard deviation of a single run to either side. The <em>ceiling</em> in the table is an
        upper bound, a theorem: no attacker with as many submissions has a greater expected bias, because the
        answers cannot carry more bits. The best possible attack lies between the two.
      </p>
      <p>
        For boosting and climbing the bias is that of the released score; for sandbag and inference it is that
        of the model which the attacker can now build, whether or not it was released. Against boosting the
        bare gate can look better than the default, whose noise lets some luck through. Noise and limit are
        there for the two stronger attacks, and for teams that collude.
      </p>
      <p>
        In the lab every policy answers as many submissions as you ask for. In practice they are limited as
        well: to 100 per team on a hidden set of 8,000 images or more, and to 30 on a smaller one.
      </p>
      <MeasuredCeilings />
    </>
  );
}
