/** Up to so many classes have a row each in figures and a place in the confusion matrix. */
export const fewClasses = 25;
