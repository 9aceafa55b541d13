"use client";

import { type ReactNode, useState } from "react";

/** A file input as large as its drop area. */
export function FileDrop({
  accept,
  label,
  onFiles,
  children,
}: {
  accept: string;
  label: string;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  return (
    <div className={isOver ? "drop over" : "drop"}>
      <input
        type="file"
        multiple
        accept={accept}
        aria-label={label}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      {children}
    </div>
  );
}
